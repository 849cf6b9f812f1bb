import type { CaseNote, CaseView } from '../../core/contract/cases.ts';
import type { Ctx } from '../../platform/context.ts';
import { moveCase } from './move-case.ts';

/**
 * The investigation is done: its period is met and that of the decision begins.
 * @law IMP-37-1
 */
export async function endInvestigation(
  id: string,
  version: number,
  { note }: CaseNote,
  ctx: Ctx,
): Promise<CaseView> {
  return moveCase({ id, action: 'endInvestigation', version }, ctx, () =>
    note === undefined ? {} : { reason: note },
  );
}
