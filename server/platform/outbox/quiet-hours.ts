import { addDays, startOfShanghaiDay, toShanghaiDay } from '../../core/kit/plain-date.ts';

/** Times of day in Asia/Shanghai, 'HH:MM'; `from` itself is quiet, `to` itself is not. Equal times: never quiet. */
export interface QuietHours {
  from: string;
  to: string;
}

const MINUTE = 60_000;

/** When the quiet time that holds at this moment ends; null when it is not quiet. */
export function quietUntil(at: Date, hours: QuietHours): Date | null {
  const today = toShanghaiDay(at.getTime());
  const minute = (at.getTime() - startOfShanghaiDay(today)) / MINUTE;
  const [from, to] = [minuteOfDay(hours.from), minuteOfDay(hours.to)];
  const isQuiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!isQuiet) return null;
  const endsOn = minute < to ? today : addDays(today, 1);
  return new Date(startOfShanghaiDay(endsOn) + to * MINUTE);
}

function minuteOfDay(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(time);
  if (match === null) throw new Error(`Not a time of day: ${time}`);
  return Number(match[1]) * 60 + Number(match[2]);
}
