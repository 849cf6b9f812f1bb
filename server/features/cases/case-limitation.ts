import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import type { Limitation } from '../../core/law/limitation.ts';
import { limitationOfWages } from '../../core/law/limitation.ts';
import type { JoinedComplaint } from './joined-complaints.ts';

/**
 * Where the two years stand for the case: one complaint that came too late is said first, because it has to be looked
 * at; otherwise that of the first complaint.
 * @law INS-20-1
 */
export function caseLimitation(
  complaints: readonly Pick<JoinedComplaint, 'payMonths' | 'stop'>[],
  today: PlainDate,
  calendar: Calendar,
): Limitation | undefined {
  const all = complaints.flatMap(
    ({ payMonths, stop }) => limitationOfWages(payMonths, stop, today, calendar) ?? [],
  );
  return all.find(({ state }) => state === 'outOfTime') ?? all[0];
}
