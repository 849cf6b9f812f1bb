import { createHash } from 'node:crypto';
import { NATIONAL_CALENDAR } from '../../core/law/calendar/index.ts';
import { calendarMark, countedMark, setCountedMark } from './calendar.model.ts';

/** To be raised when days are counted otherwise although no calendar says so: 2, days off by law before any notice. */
const COUNTING = 2;
const SHIPPED = createHash('sha256')
  .update(JSON.stringify([COUNTING, NATIONAL_CALENDAR]))
  .digest('hex')
  .slice(0, 16);

/**
 * Has a keeper of running periods count them again if the calendar changed since it last did, by somebody's hand or with
 * this version of the program; answers what moved. The mark is read before the count and kept after it: a run that was
 * killed, or that a change overtook, counts again.
 * @law CAL-2
 */
export async function recountWhenChanged(
  keeper: string,
  recount: () => Promise<{ moved: number; finished: boolean }>,
): Promise<number> {
  const mark = `${await calendarMark()} ${SHIPPED}`;
  if ((await countedMark(keeper)) === mark) return 0;
  const { moved, finished } = await recount();
  if (finished) await setCountedMark(keeper, mark);
  return moved;
}
