import type { Ctx } from '../../platform/context.ts';

type Listener = (projectId: string, ctx: Ctx) => Promise<void>;

const listeners: Listener[] = [];

/** A feature that keeps days counted from the contract says here how it counts them again when the contract changes. */
export function registerContractListener(listener: Listener): void {
  listeners.push(listener);
}

/** Inside the transaction that writes the contract; one after the other, because they share it. */
export async function tellContractWritten(projectId: string, ctx: Ctx): Promise<void> {
  for (const listener of listeners) await listener(projectId, ctx);
}
