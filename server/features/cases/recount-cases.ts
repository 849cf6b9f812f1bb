import { currentDue } from '../../core/law/deadline.ts';
import { recountDeadline } from '../../core/law/recount-deadline.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { walkById } from '../../platform/walk-by-id.ts';
import { loadCalendar } from '../calendar/index.ts';
import { PROCEEDINGS } from '../../core/proceedings/proceedings.ts';
import { recountLife } from '../../core/lives/periods-after.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { findCaseWithin } from './case-queries.model.ts';
import { Cases } from './case.model.ts';
import type { CaseRecord } from './case.record.ts';
import { saveStep } from './move-case.ts';

type Clocked = Pick<CaseRecord, '_id' | 'officeCode' | 'deadlines' | 'proceedings' | 'state'>;

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
  const fields = { officeCode: 1, deadlines: 1, proceedings: 1, state: 1 } as const;
  for await (const one of walkById<Clocked>(Cases, fields)) {
    if (signal.aborted) return { moved, finished: false };
    if (await mayMove(one)) moved += await recountOne(String(one._id), ctx);
  }
  return { moved, finished: true };
}

async function mayMove(record: Clocked): Promise<boolean> {
  if (record.state === 'closed') return false;
  const calendar = await loadCalendar(record.officeCode);
  return recountedOf(record, calendar).moved.length > 0;
}

/** Every period of the case and of its proceedings counted again, and those that moved, before and after. */
function recountedOf({ deadlines, proceedings = [] }: Clocked, calendar: Calendar) {
  const after = deadlines.map((deadline) => recountDeadline(deadline, calendar));
  const beside = proceedings.map((one) => ({
    ...one,
    deadlines: recountLife(PROCEEDINGS[one.kind], one.deadlines, calendar),
  }));
  const before = [...deadlines, ...proceedings.flatMap((one) => one.deadlines)];
  const counted = [...after, ...beside.flatMap((one) => one.deadlines)];
  const moved = counted.flatMap((one, at) => {
    const was = before[at];
    return was === undefined || was === one ? [] : [{ was, one }];
  });
  return { deadlines: after, proceedings: beside, moved };
}

/** Read anew in the transaction: somebody may have moved it meanwhile. */
function recountOne(id: string, ctx: Ctx): Promise<number> {
  return inTransaction(async () => {
    const record = await findCaseWithin(id, {});
    if (record === null) return 0;
    const calendar = await loadCalendar(record.officeCode);
    const { deadlines, proceedings, moved } = recountedOf(record, calendar);
    const [first, ...rest] = moved;
    if (first === undefined) return 0;
    const facts = {
      period: first.one.period,
      ...{ dueFrom: currentDue(first.was), dueOn: currentDue(first.one) },
      ...(rest.length === 0 ? {} : { furtherPeriods: rest.map(({ one }) => one.period).join(' ') }),
    };
    await saveStep(record, 'recount', null, { deadlines, proceedings, facts }, ctx);
    return 1;
  });
}
