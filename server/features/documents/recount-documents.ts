import type { Calendar } from '../../core/law/calendar/calendar.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import { currentDue, nextDeadline } from '../../core/law/deadline.ts';
import { NEVER_DUE } from '../../core/law/due-range.ts';
import { recountDeadline } from '../../core/law/recount-deadline.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { walkById } from '../../platform/walk-by-id.ts';
import { loadCalendar } from '../calendar/index.ts';
import { Documents, findDocumentWithin } from './document.model.ts';
import type { DocumentRecord } from './document.record.ts';
import { saveStep } from './move-document.ts';

type Clocked = Pick<DocumentRecord, '_id' | 'officeCode' | 'deadlines'>;

/**
 * Counts the time for serving of every paper that is not served yet again; each one that moves is an entry of its history
 * and an event of its own. May be ended at any line and run again.
 * @law CAL-2
 */
export async function recountDocuments(
  ctx: Ctx,
  signal: AbortSignal,
): Promise<{ moved: number; finished: boolean }> {
  let moved = 0;
  for await (const one of walkById<Clocked>(Documents, { officeCode: 1, deadlines: 1 })) {
    if (signal.aborted) return { moved, finished: false };
    const calendar = await loadCalendar(one.officeCode);
    if (movedOf(one, calendar) !== undefined) moved += await recountOne(String(one._id), ctx);
  }
  return { moved, finished: true };
}

interface Moved {
  readonly deadlines: Deadline[];
  readonly was: Deadline;
  readonly now: Deadline;
}

function movedOf({ deadlines }: Pick<Clocked, 'deadlines'>, calendar: Calendar): Moved | undefined {
  const counted = deadlines.map((one) => recountDeadline(one, calendar));
  const at = counted.findIndex((one, nth) => one !== deadlines[nth]);
  const [was, now] = [deadlines[at], counted[at]];
  return was === undefined || now === undefined ? undefined : { deadlines: counted, was, now };
}

/** Read anew in the transaction: somebody may have served it meanwhile. */
function recountOne(id: string, ctx: Ctx): Promise<number> {
  return inTransaction(async () => {
    const record = await findDocumentWithin(id, {});
    if (record === null) return 0;
    const moved = movedOf(record, await loadCalendar(record.officeCode));
    if (moved === undefined) return 0;
    const { deadlines, was, now } = moved;
    const next = nextDeadline(deadlines);
    const set = { deadlines, nextDueOn: next === undefined ? NEVER_DUE : currentDue(next) };
    const facts = { period: now.period, dueFrom: currentDue(was), dueOn: currentDue(now) };
    await saveStep(record, 'recount', record.state, { set, facts }, ctx);
    return 1;
  });
}
