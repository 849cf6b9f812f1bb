import type { Standing } from '../../core/contract/dashboard.ts';
import type { Fen } from '../../core/kit/money.ts';
import { fen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { DueRange } from '../../core/law/due-range.ts';
import { AGE_BANDS, ageRange } from '../../core/reports/ages.ts';
import type { Counts, StandingBy, StandingKind } from '../reports/index.ts';
import { addCounts, standingName, standingSum } from '../reports/index.ts';

export interface Days {
  today: PlainDate;
  overdue: DueRange;
  dueSoon: DueRange;
}

/** What is open of one kind in one place, as of a day. */
interface OpenOf {
  overdue: number;
  dueSoon: number;
  states: Counts;
  /** In the order of the bands. */
  ages: number[];
  sums: Counts;
}

/** What is open of both kinds in one place: few numbers, so that many places are quickly added up. */
export type OpenHere = Readonly<Record<StandingKind, OpenOf>>;

/** Reads kept counts once, whatever number of rows they are added to afterwards. */
export function readOpen(counts: Counts, days: Days): OpenHere {
  return { complaint: openOf('complaint', counts, days), case: openOf('case', counts, days) };
}

function openOf(kind: StandingKind, counts: Counts, { today, overdue, dueSoon }: Days): OpenOf {
  const bands = AGE_BANDS.map(({ id }) => ageRange(id, today));
  const open: OpenOf = { overdue: 0, dueSoon: 0, states: {}, ages: bands.map(() => 0), sums: {} };
  const startOf = (by: StandingBy): string => standingName(kind, by, '');
  const [due, since, state, sum] = [
    startOf('due'),
    startOf('since'),
    startOf('state'),
    standingSum(kind, ''),
  ];
  for (const [name, count] of Object.entries(counts)) {
    if (name.startsWith(due)) {
      const day = name.slice(due.length);
      if (isIn(day, overdue)) open.overdue += count;
      if (isIn(day, dueSoon)) open.dueSoon += count;
    } else if (name.startsWith(since)) {
      const day = name.slice(since.length);
      for (const [at, band] of bands.entries())
        if (isIn(day, band)) open.ages[at] = (open.ages[at] ?? 0) + count;
    } else if (name.startsWith(state)) addCounts(open.states, { [name.slice(state.length)]: count });
    else if (name.startsWith(sum)) addCounts(open.sums, { [name.slice(sum.length)]: count });
  }
  return open;
}

const isIn = (day: string, { from = '', to = '~' }: { from?: string; to?: string }): boolean =>
  day >= from && day <= to;

/** Places side by side as one. */
export function sumOpen(places: readonly OpenHere[]): OpenHere {
  const of = (kind: StandingKind): OpenOf => {
    const total: OpenOf = { overdue: 0, dueSoon: 0, states: {}, ages: AGE_BANDS.map(() => 0), sums: {} };
    for (const { [kind]: one } of places) {
      total.overdue += one.overdue;
      total.dueSoon += one.dueSoon;
      total.ages = total.ages.map((count, at) => count + (one.ages[at] ?? 0));
      addCounts(total.states, one.states);
      addCounts(total.sums, one.sums);
    }
    return total;
  };
  return { complaint: of('complaint'), case: of('case') };
}

/** What is open of one kind as it is shown: by state, by age, overdue and due soon. */
export function standingFigures<State extends string>(
  { overdue, dueSoon, states, ages, sums }: OpenOf,
  shown: readonly State[],
): Standing<State> {
  return {
    ...{ open: sums['open'] ?? 0, overdue, dueSoon },
    byState: shown.map((state) => ({ state, count: states[state] ?? 0 })).filter(({ count }) => count > 0),
    byAge: AGE_BANDS.map(({ id }, at) => ({ band: id, count: ages[at] ?? 0 })),
  };
}

/** What open cases are about in money. */
export const moneyOf = ({ case: { sums } }: OpenHere): { owedFen: Fen; seenFen: Fen } => ({
  owedFen: fen(sums['owedFen'] ?? 0),
  seenFen: fen(sums['seenFen'] ?? 0),
});
