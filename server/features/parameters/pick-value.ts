import type { PlainDate } from '../../core/kit/plain-date.ts';

/** As much of a stored value as the choice between values needs. */
export interface DatedValue {
  areaCode: string;
  from: PlainDate;
  setAt: Date;
}

/**
 * Which value applies to an area on a day? The nearest area that has one in force wins; there the latest `from` that
 * has come, and of several for the same day the one set last (it corrects the earlier ones).
 * @example chain 532601, 5326, 53: a value of 5326 from 2026-01-01 hides one of 53 from 2026-06-01
 */
export function pickValue<Value extends DatedValue>(
  values: readonly Value[],
  chain: readonly string[],
  day: PlainDate,
): Value | null {
  for (const areaCode of chain) {
    const inForce = values
      .filter((value) => value.areaCode === areaCode && value.from <= day)
      .sort(newestFirst);
    if (inForce[0] !== undefined) return inForce[0];
  }
  return null;
}

/** Latest `from` first; among equals the one set last. */
export function newestFirst(a: DatedValue, b: DatedValue): number {
  if (a.from !== b.from) return a.from < b.from ? 1 : -1;
  return b.setAt.getTime() - a.setAt.getTime();
}
