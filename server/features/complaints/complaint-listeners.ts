import type { Ctx } from '../../platform/context.ts';
import type { ComplaintRecord } from './complaint.record.ts';

type Listener = (complaint: ComplaintRecord, ctx: Ctx) => Promise<void>;

const listeners: Listener[] = [];

/**
 * A feature that owes somebody outside the state of a complaint hears of it as it is taken in and at each move, in the
 * transaction of that step. Called once, at start-up.
 */
export function onComplaintStep(listener: Listener): void {
  listeners.push(listener);
}

/** One after the other, because they share the transaction. */
export async function tellListeners(complaint: ComplaintRecord, ctx: Ctx): Promise<void> {
  for (const listener of listeners) await listener(complaint, ctx);
}
