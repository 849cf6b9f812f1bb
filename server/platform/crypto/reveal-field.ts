import type { Ctx } from '../context.ts';

/** Hands out one full value after the view was recorded: event 'field.revealed' {field, reason} in one transaction. */
export async function revealField(
  _request: {
    subject: `${string}:${string}`;
    areaCode: string;
    field: string;
    reason: string;
    /** Finds the value within the reader's limits; null answers notFound. */
    read(): Promise<string | null | undefined>;
  },
  _ctx: Ctx,
): Promise<string> {
  throw new Error('not built yet');
}
