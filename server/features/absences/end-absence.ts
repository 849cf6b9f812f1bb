import type { AbsenceView } from '../../core/contract/office-work.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { grantsReach } from '../areas/index.ts';
import { endRecord, findAbsence } from './absence.model.ts';
import { absenceView, isTheirs } from './absence-view.ts';
import { forgetStandIns } from './stand-ins.ts';

/** He is back sooner than noted: from today on his work is his own again. */
export async function endAbsence(id: string, version: number, ctx: Ctx): Promise<AbsenceView> {
  const ended = await inTransaction(async () => {
    const record = await findAbsence(id);
    if (record === null || !grantsReach(ctx.grants, record.officeCode)) throw new AppError('notFound');
    if (!isTheirs(record, ctx)) throw new AppError('forbidden');
    if (record.endedOn !== undefined || record.until < ctx.today)
      throw new AppError('conflict', { state: 'ended' });
    if (record.version !== version) throw new AppError('staleVersion');
    const changed = await endRecord(record, ctx.today);
    if (changed === null) throw new AppError('staleVersion');
    const facts = { endedOn: ctx.today };
    const subject = `absence:${id}` as const;
    await appendEvent({ subject, areaCode: record.officeCode, action: 'absence.end', facts }, ctx);
    return changed;
  });
  forgetStandIns();
  return absenceView(ended, ctx);
}
