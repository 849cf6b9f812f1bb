import type { PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from './calendar/calendar.ts';
import { countBack, countPeriod, type CountedLength, type PeriodCount } from './count-period.ts';
import { period, type PeriodId, type PeriodLength } from './periods.ts';

/** Is this a length that `countPeriod` can count in days? */
export function isCountedLength(length: PeriodLength): length is CountedLength {
  return !('hours' in length) && !('namedBy' in length) && !('every' in length);
}

/**
 * When does this period end (or, counted back, begin to be too late) for a start on this day? Null for
 * periods that are not counted in days: hours, days named by an order or contract, calendar turns.
 * A parameter of the area may give another length where the period's own is only a default.
 * @example dueDay('investigation', filedOn, calendar)
 */
export function dueDay(
  id: PeriodId,
  startedOn: PlainDate,
  calendar: Calendar,
  lengthFromParameter?: CountedLength,
): PeriodCount | null {
  const { length: ownLength, roll, direction } = period(id);
  const length = lengthFromParameter ?? ownLength;
  if (!isCountedLength(length)) return null;
  if (direction === 'before') return countBack({ before: startedOn, length, roll, calendar });
  return countPeriod({ from: startedOn, length, roll, calendar });
}

/**
 * The due day after an approved extension: its days follow the old due day as if there had been one period,
 * so 60 + 30 working days are the 90th working day. Null when the rule gives the extension no length.
 * @law INS-17-1
 */
export function extendedDueDay(id: PeriodId, dueOn: PlainDate, calendar: Calendar): PeriodCount | null {
  const { extension, roll } = period(id);
  if (extension?.length === undefined) return null;
  return countPeriod({ from: dueOn, length: extension.length, roll, calendar });
}

/** The moment (milliseconds since the epoch) at which a period in hours ends. @law TRF-1 */
export function dueMoment(startedAtMillis: number, hours: number): number {
  return startedAtMillis + hours * 3_600_000;
}
