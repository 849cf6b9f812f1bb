import type { Fen } from '../kit/money.ts';
import { addDays, diffDays, type PlainDate } from '../kit/plain-date.ts';
import type { Standstill } from './deadline.ts';
import { lateFine } from './thresholds.ts';

/**
 * What a fine that is paid late has grown by up to and including a day: 3 % of it for each day after the last day for
 * paying, never more than the fine; the days of a reconsideration or a suit are not counted, the day it was asked for
 * and the day it ended included.
 * @example 1 000 yuan due on 2026-03-02, on 2026-03-05: 3 days, 90 yuan
 * @law PRO-11
 */
export function lateSurcharge(input: {
  readonly fineFen: Fen;
  /** The last day for paying, or the last day of the approved instalments. */
  readonly dueOn: PlainDate;
  readonly on: PlainDate;
  readonly standstills?: readonly Standstill[];
}): { readonly days: number; readonly fen: Fen } {
  const { fineFen, dueOn, on, standstills = [] } = input;
  let days = 0;
  for (let nth = 1; nth <= diffDays(dueOn, on); nth += 1) {
    const day = addDays(dueOn, nth);
    const stands = standstills.some(
      ({ from, until }) => day >= from && (until === undefined || day <= until),
    );
    if (!stands) days += 1;
  }
  return { days, fen: lateFine(fineFen, days, on) };
}
