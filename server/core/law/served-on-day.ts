import type { ServiceMode } from '../contract/cases.ts';
import { addDays, type PlainDate } from '../kit/plain-date.ts';
import { thresholdOn } from './thresholds.ts';

/**
 * On which day does a paper count as served? On the day it was handed over, left, delivered or arrived; a public notice
 * only when thirty days have passed since it was posted, the day of posting not counted. Nothing has to be done on that
 * day, so it does not move when it is a holiday.
 * @example servedOnDay('PUBLIC_NOTICE', '2026-01-16') // '2026-02-15', in the Spring Festival
 * @law PRO-8b
 */
export function servedOnDay(mode: ServiceMode, day: PlainDate): PlainDate {
  const wait = mode === 'PUBLIC_NOTICE' ? thresholdOn('publicNoticeService', day) : null;
  return wait === null ? day : addDays(day, wait);
}
