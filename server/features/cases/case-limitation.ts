import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import type { Limitation } from '../../core/law/limitation.ts';
import { limitationOfWages } from '../../core/law/limitation.ts';
import type { JoinedComplaint } from './joined-complaints.ts';

type Counted = Pick<JoinedComplaint, 'payMonths' | 'stop'>;

/**
 * Where the two years stand for the case: what came too late is said first, because it has to be looked at; otherwise
 * the first complaint. It is enough that somebody complained of these wages or reported them in time: whoever came
 * after is in time with him.
 * @law INS-20-1
 */
export function caseLimitation(
  complaints: readonly Counted[],
  today: PlainDate,
  calendar: Calendar,
): Limitation | undefined {
  const all = complaints.flatMap(
    (one) => limitationOfWages(one.payMonths, firstStop(one, complaints), today, calendar) ?? [],
  );
  return all.find(({ state }) => state === 'outOfTime') ?? all[0];
}

/** Who spoke first of the last of these months, in this case. */
function firstStop(one: Counted, complaints: readonly Counted[]): Counted['stop'] {
  const last = [...one.payMonths].sort().at(-1);
  return complaints
    .filter(({ payMonths }) => last !== undefined && payMonths.includes(last))
    .reduce((first, { stop }) => (stop.on < first.on ? stop : first), one.stop);
}
