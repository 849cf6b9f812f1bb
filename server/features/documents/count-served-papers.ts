import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { changeCaseByPaper } from './change-case-by-paper.ts';
import { findServedUntil } from './document.model.ts';
import type { DocumentRecord } from './document.record.ts';
import { saveStep } from './move-document.ts';

const BATCH = 200;

/**
 * Orders that were served by public notice reach their case on the day they count as served. A case that has moved on
 * meanwhile is left as it is; a missed night is made up, a second run finds nothing.
 * @law PRO-8b
 */
export async function countServedPapers(ctx: Ctx): Promise<{ ordered: number; passedOver: number }> {
  const counts = { ordered: 0, passedOver: 0 };
  for (const record of await findServedUntil(ctx.today, BATCH)) {
    const done = await inTransaction(() => countOne(record, true, ctx)).catch(unlessMovedOn);
    if (!done) await inTransaction(() => countOne(record, false, ctx));
    counts[done ? 'ordered' : 'passedOver'] += 1;
  }
  return counts;
}

async function countOne(record: DocumentRecord, changesCase: boolean, ctx: Ctx): Promise<boolean> {
  const { servedOn } = record;
  const mode = record.services.find((one) => one.servedOn === servedOn)?.mode ?? 'PUBLIC_NOTICE';
  await saveStep(
    record,
    'countServed',
    record.state,
    {
      set: { effect: 'done' },
      facts: { changesCase },
      andAlso: async (changed) => {
        if (changesCase && servedOn !== undefined) await changeCaseByPaper(changed, { servedOn, mode }, ctx);
      },
    },
    ctx,
  );
  return true;
}

const unlessMovedOn = (error: unknown): boolean => {
  if (error instanceof AppError && ['conflict', 'notFound', 'invalidInput'].includes(error.code))
    return false;
  throw error;
};
