import { calendarMark, countedMark, setCountedMark } from './calendar.model.ts';

/**
 * Has a keeper of running periods count them again if the calendar changed since it last did; answers what moved. The
 * mark is read before the count and kept after it: a run that was killed, or that a change overtook, counts again.
 * @law CAL-2
 */
export async function recountWhenChanged(
  keeper: string,
  recount: () => Promise<{ moved: number; finished: boolean }>,
): Promise<number> {
  const mark = await calendarMark();
  if ((await countedMark(keeper)) === mark) return 0;
  const { moved, finished } = await recount();
  if (finished) await setCountedMark(keeper, mark);
  return moved;
}
