import type { Fen } from '../kit/money.ts';
import { fen, sumFen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { MonthFacts } from './facts.ts';
import { isLate, standingSheet } from './team-months.ts';

/** So many of the last months filed are looked at: an odd number, so that one odd month does not move the middle. */
const MONTHS_LOOKED_AT = 3;

/** Net wages on the sheets of a month that stand. */
export function filedNet({ teams }: Pick<MonthFacts, 'teams'>): Fen {
  return sumFen(teams.map((team) => standingSheet(team)?.netFen ?? fen(0)));
}

/** Does a team that is on site or attended still owe its sheet? */
export function isBeingFiled({ teams }: Pick<MonthFacts, 'teams'>): boolean {
  return teams.some(
    (team) => standingSheet(team) === undefined && (team.isOnSite || (team.attendedPeople ?? 0) > 0),
  );
}

/**
 * What will one month's payroll come to? The median net of the last three months filed; a month that is still being filed
 * is not one of them before its pay day has gone by. Of two months the mean, rounded up. Undefined where none is filed.
 * @example filed 90, 40, 100, and the current month 10 so far: 90
 */
export function monthlyForecast(months: readonly MonthFacts[], today: PlainDate): Fen | undefined {
  const nets = months
    .filter((month) => month.teams.some((team) => standingSheet(team) !== undefined))
    .filter((month) => isLate(month, today) || !isBeingFiled(month))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .slice(-MONTHS_LOOKED_AT)
    .map((month) => filedNet(month));
  return median(nets);
}

function median(amounts: readonly Fen[]): Fen | undefined {
  const sorted = [...amounts].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : fen(Math.ceil((low + high) / 2));
}
