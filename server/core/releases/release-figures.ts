import { dayOf, dueOf, words } from '../lives/facts.ts';
import type { Figure } from '../lives/life-table.ts';
import type { ReleaseSituation } from './release-steps.ts';

/** The days of the notice and what the ledger holds. */
export function releaseFigures(now: ReleaseSituation): Figure[] {
  const posted = dayOf(now.facts, 'postedOn');
  const until = dueOf(now, 'accountNotice') ?? dueOf(now, 'bondNotice');
  return [
    ...(posted === undefined ? [] : [{ label: words('告示牌公示日', 'Posted on the board'), day: posted }]),
    ...(until === undefined ? [] : [{ label: words('公示届满日', 'Notice ends'), day: until }]),
    ...(now.balanceFen === undefined
      ? []
      : [{ label: words('专户余额', 'Balance of the account'), fen: now.balanceFen }]),
  ];
}
