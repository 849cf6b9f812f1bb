import type { PayMonth } from '../../core/kit/plain-date.ts';
import { nextPayMonth } from '../../core/kit/plain-date.ts';

/** Every month from the one to the other, both included. */
export function monthsBetween(from: PayMonth, to: PayMonth): PayMonth[] {
  const months: PayMonth[] = [];
  for (let month = from; month <= to; month = nextPayMonth(month)) months.push(month);
  return months;
}
