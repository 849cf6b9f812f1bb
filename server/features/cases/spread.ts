import type { MonthOwed } from '../../core/contract/deadlines.ts';
import { fen } from '../../core/kit/money.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';

/**
 * A sum said for several months, as evenly as whole fen allow, the rest on the last: a first entry that the office
 * corrects.
 * @example 100 fen over three months // 33, 33, 34
 */
export function spread(total: number, months: readonly PayMonth[]): MonthOwed[] {
  const each = Math.floor(total / Math.max(1, months.length));
  return months.map((payMonth, at) => ({
    payMonth,
    owedFen: fen(at === months.length - 1 ? total - each * (months.length - 1) : each),
  }));
}
