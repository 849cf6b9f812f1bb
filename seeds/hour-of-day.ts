import type { PlainDate } from '../server/core/kit/plain-date.ts';
import { startOfShanghaiDay, toShanghaiDay } from '../server/core/kit/plain-date.ts';

const HOUR = 3_600_000;
let laidAt = Infinity;

/** From here on nothing of that day is told that lies after this moment: a demo may be laid before the office opens. */
export function tellUntil(now: Date): void {
  laidAt = now.getTime();
}

/** The moment of an hour in Shanghai. */
export function hourOfDay(day: PlainDate, hour: number): Date {
  const at = startOfShanghaiDay(day) + hour * HOUR;
  return new Date(at > laidAt && toShanghaiDay(laidAt) === day ? laidAt : at);
}
