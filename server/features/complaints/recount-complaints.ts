import { currentDue } from '../../core/law/deadline.ts';
import { recountDeadline } from '../../core/law/recount-deadline.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { walkById } from '../../platform/walk-by-id.ts';
import { loadCalendar } from '../calendar/index.ts';
import { Complaints } from './complaint.model.ts';
import { findComplaint, nextDueOn, saveMove } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { recordComplaintEvent, tellOffices } from './record-complaint-event.ts';

type Clocked = Pick<ComplaintRecord, '_id' | 'areaCode' | 'deadlines' | 'open'>;

/**
 * Counts the running periods of every open complaint again; each one that moves is an entry of its history and an
 * event of its own. May be ended at any line and run again: what was counted is not moved twice.
 * @law CAL-2
 */
export async function recountComplaints(
  ctx: Ctx,
  signal: AbortSignal,
): Promise<{ moved: number; finished: boolean }> {
  let moved = 0;
  const fields = { areaCode: 1, deadlines: 1, open: 1 } as const;
  for await (const one of walkById<Clocked>(Complaints, fields)) {
    if (signal.aborted) return { moved, finished: false };
    if (await mayMove(one)) moved += await recountOne(String(one._id), ctx);
  }
  return { moved, finished: true };
}

async function mayMove({ open, areaCode, deadlines }: Clocked): Promise<boolean> {
  if (!open) return false;
  const calendar = await loadCalendar(areaCode);
  return deadlines.some((deadline) => recountDeadline(deadline, calendar) !== deadline);
}

/** Read anew in the transaction: somebody may have moved it meanwhile. */
function recountOne(id: string, ctx: Ctx): Promise<number> {
  return inTransaction(async () => {
    const complaint = await findComplaint(id, {});
    if (complaint === null) return 0;
    const calendar = await loadCalendar(complaint.areaCode);
    const deadlines = complaint.deadlines.map((deadline) => recountDeadline(deadline, calendar));
    const nth = deadlines.findIndex((deadline, at) => deadline !== complaint.deadlines[at]);
    const before = complaint.deadlines[nth];
    const after = deadlines[nth];
    if (before === undefined || after === undefined) return 0;
    const facts = { period: after.period, dueFrom: currentDue(before), dueOn: currentDue(after) };
    const changed = await saveMove(complaint, {
      set: { deadlines, nextDueOn: nextDueOn(deadlines) },
      unset: [],
      history: {
        action: 'recount',
        at: ctx.now,
        on: ctx.today,
        by: { kind: 'system' },
        cite: 'CAL-2',
        facts,
      },
    });
    if (changed === null) return 0;
    await recordComplaintEvent(changed, 'recount', facts, ctx);
    tellOffices(changed, changed.officeCode);
    return 1;
  });
}
