import type { CaseView } from '../../../core/contract/cases.ts';
import type { MoveProceeding } from '../../../core/contract/proceedings.ts';
import { PROCEEDINGS } from '../../../core/proceedings/proceedings.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db.ts';
import { getCaseRecord } from '../move-case.ts';
import { groundOf } from './proceeding-situation.ts';
import { saveProceeding } from './save-proceeding.ts';
import { takeStep } from './take-step.ts';

/** One step of a proceeding. One that outlives its case, like taking money back, goes on after the case is closed. */
export function moveProceeding(
  { caseId, proceedingId, action }: { caseId: string; proceedingId: string; action: string },
  version: number,
  { given }: MoveProceeding,
  ctx: Ctx,
): Promise<CaseView> {
  return inTransaction(async () => {
    const record = await getCaseRecord(caseId, ctx);
    const one = record.proceedings?.find(({ id }) => id === proceedingId);
    if (one === undefined) throw new AppError('notFound');
    const table = PROCEEDINGS[one.kind];
    const ground = await groundOf(record, ctx.today);
    const step = takeStep(table, record, one, { action, given, version }, ground, ctx);
    return saveProceeding(table, record, { one: { ...one, ...step.after }, action, step }, ctx);
  });
}
