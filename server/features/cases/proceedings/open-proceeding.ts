import mongoose from 'mongoose';
import type { CaseView } from '../../../core/contract/cases.ts';
import type { OpenProceeding } from '../../../core/contract/proceedings.ts';
import { OPEN } from '../../../core/lives/life-table.ts';
import { PROCEEDINGS } from '../../../core/proceedings/proceedings.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db.ts';
import { getCaseRecord, notOpen } from '../move-case.ts';
import { addresseeOf } from '../served-companies.ts';
import type { ProceedingRecord } from './proceeding.record.ts';
import { groundOf } from './proceeding-situation.ts';
import { saveProceeding } from './save-proceeding.ts';
import { takeStep } from './take-step.ts';

/** So many stand on one case at most; they lie in its record. */
export const MOST_PROCEEDINGS = 60;

/** Opens a proceeding of this kind on a case that is not closed. */
export function openProceeding(
  caseId: string,
  version: number,
  { kind, given }: OpenProceeding,
  ctx: Ctx,
): Promise<CaseView> {
  return inTransaction(async () => {
    const record = await getCaseRecord(caseId, ctx);
    const table = PROCEEDINGS[kind];
    const ground = await groundOf(record, ctx.today);
    const step = takeStep(table, record, undefined, { action: OPEN, given, version }, ground, ctx);
    if (record.state === 'closed') throw notOpen(record);
    const before = record.proceedings ?? [];
    if (before.length >= MOST_PROCEEDINGS)
      throw new AppError('tooManyProceedings', { limit: MOST_PROCEEDINGS });
    const addressee =
      table.addressee === undefined ? undefined : addresseeOf(record, step.given[table.addressee]);
    const one: ProceedingRecord = {
      id: String(new mongoose.Types.ObjectId()),
      kind,
      number: before.filter((other) => other.kind === kind).length + 1,
      openedOn: ctx.today,
      ...(addressee === undefined ? {} : { addressee }),
      ...step.after,
    };
    return saveProceeding(table, record, { one, action: OPEN, step }, ctx);
  });
}
