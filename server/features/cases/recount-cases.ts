import { currentDue } from '../../core/law/deadline.ts';
import { recountDeadline } from '../../core/law/recount-deadline.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { walkById } from '../../platform/walk-by-id.ts';
import { loadCalendar } from '../calendar/index.ts';
import { findCaseWithin } from './case-queries.model.ts';
import { Cases } from './case.model.ts';
import type { CaseRecord } from './case.record.ts';
import { saveStep } from './move-case.ts';

type Clocked = Pick<CaseRecord, '_id' | 'officeCode' | 'deadlines' | 'state'>;

/**
 * Counts the running periods of every open case again; each one that moves is an entry of its history and an event of
 * its own. May be ended at any line and run again: what was counted is not moved twice.
 * @law CAL-2
 */
export async function recountCases(
  ctx: Ctx,
  signal: AbortSignal,
): Promise<{ moved: number; finished: boolean }> {
  let moved = 0;
  const fields = { officeCode: 1, deadlines: 1, state: 1 } as const;
  for await (const one of walkById<Clocked>(Cases, fields)) {
    if (signal.aborted) return { moved, finished: false };
    if (await mayMove(one)) moved += await recountOne(String(one._id), ctx);
  }
  return { moved, finished: true };
}

async function mayMove({ state, officeCode, deadlines }: Clocked): Promise<boolean> {
  if (state === 'closed') return false;
  const calendar = await loadCalendar(officeCode);
  return deadlines.some((deadline) => recountDeadline(deadline, calendar) !== deadline);
}

/** Read anew in the transaction: somebody may have moved it meanwhile. */
function recountOne(id: string, ctx: Ctx): Promise<number> {
  return inTransaction(async () => {
    const record = await findCaseWithin(id, {});
    if (record === null) return 0;
    const calendar = await loadCalendar(record.officeCode);
    const deadlines = record.deadlines.map((deadline) => recountDeadline(deadline, calendar));
    const nth = deadlines.findIndex((deadline, at) => deadline !== record.deadlines[at]);
    const before = record.deadlines[nth];
    const after = deadlines[nth];
    if (before === undefined || after === undefined) return 0;
    const facts = { period: after.period, dueFrom: currentDue(before), dueOn: currentDue(after) };
    await saveStep(record, 'recount', null, { deadlines, facts }, ctx);
    return 1;
  });
}
