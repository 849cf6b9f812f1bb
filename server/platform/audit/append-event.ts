import type { Ctx } from '../context.ts';

export interface NewEvent {
  /** Whose chain it is: `user:<id>`, `area:532601`, `job:<name>`. */
  subject: `${string}:${string}`;
  areaCode: string;
  /** `<thing>.<what was done>`, e.g. 'user.disabled'. */
  action: string;
  /** JSON values only, never personal data. */
  facts: Record<string, unknown>;
}

export interface AppendedEvent {
  id: string;
  seq: number;
  hash: string;
}

/** Adds an event to its subject's chain, in the caller's transaction; throws outside of one. */
export async function appendEvent(_event: NewEvent, _ctx: Ctx): Promise<AppendedEvent> {
  throw new Error('appendEvent is not built yet');
}
