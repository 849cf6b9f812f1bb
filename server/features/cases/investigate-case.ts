import type { CaseNote, CaseView } from '../../core/contract/cases.ts';
import type { Ctx } from '../../platform/context.ts';
import { moveCase } from './move-case.ts';

/**
 * The two inspectors begin to look into it; the clock has run since the filing.
 * @law INS-16-1
 */
export async function investigateCase(
  id: string,
  version: number,
  { note }: CaseNote,
  ctx: Ctx,
): Promise<CaseView> {
  return moveCase({ id, action: 'investigate', version }, ctx, () =>
    note === undefined ? {} : { reason: note },
  );
}
