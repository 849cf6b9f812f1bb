import type { Ctx } from './context.ts';

/** Registers whose duplicates are merged into one record. */
export type MergedKind = 'company' | 'project' | 'worker';
type Listener = (fromId: string, intoId: string, ctx: Ctx) => Promise<void>;

const listeners: Record<MergedKind, Listener[]> = { company: [], project: [], worker: [] };

/**
 * A feature whose records name a company, project or worker says here how they move to the record that stands for it
 * from now on. It runs inside the transaction of the merge, perhaps more than once, and touches nothing but the store.
 */
export function registerMergeListener(kind: MergedKind, listener: Listener): void {
  listeners[kind].push(listener);
}

/** One after the other: they share one transaction. */
export async function tellMerged(kind: MergedKind, fromId: string, intoId: string, ctx: Ctx): Promise<void> {
  for (const listener of listeners[kind]) await listener(fromId, intoId, ctx);
}
