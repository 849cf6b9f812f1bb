/** What a device has seen of one person's day: minutes after its midnight; an out of the next morning is past 1440. */
export interface SeenDay {
  firstIn?: number | undefined;
  lastOut?: number | undefined;
}

export interface Punch {
  /** Days since 1970-01-01 in Shanghai, and minutes into that day. */
  day: number;
  minute: number;
  direction: 'in' | 'out';
}

const DAY_MINUTES = 24 * 60;
/** A technical bound, not law: an out that comes later than this after the last in belongs to no shift of the day before. */
const LONGEST_SHIFT_MINUTES = 16 * 60;

/**
 * Puts one punch where it belongs and names the day that changed. The first in and the last out of a day make its
 * hours. An out in the morning, before any in of its own day, ends the night shift that began the day before.
 * @example in 22:00 on the 1st and out 06:00 on the 2nd: one shift of the 1st, eight hours
 */
export function takePunch(days: Map<number, SeenDay>, { day, minute, direction }: Punch): number {
  const today = days.get(day) ?? {};
  if (direction === 'in') {
    days.set(day, { ...today, firstIn: Math.min(today.firstIn ?? minute, minute) });
    return day;
  }
  const before = days.get(day - 1);
  const begunToday = today.firstIn !== undefined && today.firstIn <= minute;
  const since = before?.firstIn === undefined ? Infinity : minute + DAY_MINUTES - before.firstIn;
  if (!begunToday && since <= LONGEST_SHIFT_MINUTES) {
    days.set(day - 1, { ...before, lastOut: Math.max(before?.lastOut ?? 0, minute + DAY_MINUTES) });
    return day - 1;
  }
  days.set(day, { ...today, lastOut: Math.max(today.lastOut ?? 0, minute) });
  return day;
}

/**
 * What a seen day counts for: more than half of a standard day is a whole day, up to half is half; longer is not more
 * than a day, its hours say so. Somebody of whom the device saw only one end was there: a day, its hours unknown.
 * @param standardHours hundredths of an hour of a standard day
 * @law WAG-1
 */
export function countSeenDay(
  { firstIn, lastOut }: SeenDay,
  standardHours: number,
): { hundredths: number; hours: number | null } {
  if (firstIn === undefined || lastOut === undefined || lastOut <= firstIn)
    return { hundredths: 100, hours: null };
  const hours = Math.round(((lastOut - firstIn) * 100) / 60);
  return { hundredths: hours * 2 <= standardHours ? 50 : 100, hours };
}
