import type { PlainDate } from '../kit/plain-date.ts';

/**
 * Was everything paid by the last day that was named? What counts is the day of the last payment, and not the day on
 * which the office entered it; undefined where somebody's money has not been seen.
 * @law INS-26-1
 */
export const isPaidInTime = (payBy: PlainDate, allPaidOn: PlainDate | undefined): boolean =>
  allPaidOn !== undefined && allPaidOn <= payBy;
