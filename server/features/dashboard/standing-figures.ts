import type { Standing } from '../../core/contract/dashboard.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { DueRange } from '../../core/law/due-range.ts';
import { AGE_BANDS, ageRange } from '../../core/reports/ages.ts';
import type { Counts, StandingBy, StandingKind } from '../reports/index.ts';
import { standingName, standingSum } from '../reports/index.ts';

export interface Days {
  today: PlainDate;
  overdue: DueRange;
  dueSoon: DueRange;
}

/** What is open of one kind, read off the kept counts: by state, by age, overdue and due soon. */
export function standingFigures<State extends string>(
  kind: StandingKind,
  states: readonly State[],
  counts: Counts,
  { today, overdue, dueSoon }: Days,
): Standing<State> {
  const within = (by: StandingBy, { from = '', to = '~' }: { from?: string; to?: string }): number => {
    const before = standingName(kind, by, '');
    let sum = 0;
    for (const [name, count] of Object.entries(counts)) {
      const day = name.startsWith(before) ? name.slice(before.length) : undefined;
      if (day !== undefined && day >= from && day <= to) sum += count;
    }
    return sum;
  };
  return {
    open: counts[standingSum(kind, 'open')] ?? 0,
    overdue: within('due', overdue),
    dueSoon: within('due', dueSoon),
    byState: states
      .map((state) => ({ state, count: counts[standingName(kind, 'state', state)] ?? 0 }))
      .filter(({ count }) => count > 0),
    byAge: AGE_BANDS.map(({ id }) => ({ band: id, count: within('since', ageRange(id, today)) })),
  };
}
