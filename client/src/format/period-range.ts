import {
  addPayMonths,
  dayFromParts,
  firstDayOf,
  lastDayOf,
  partsOf,
  payMonthOf,
  type PlainDate,
} from '../../../server/core/kit/plain-date.ts';

export interface PeriodRange {
  from: PlainDate;
  to: PlainDate;
}

/** Ranges a report is asked for most. Those that are running end today, for tomorrow has no figures. */
export const QUICK_RANGES = ['thisMonth', 'lastMonth', 'thisQuarter', 'yearToDate', 'spring2020'] as const;
export type QuickRange = (typeof QUICK_RANGES)[number];

export function quickRange(name: QuickRange, today: PlainDate): PeriodRange {
  const { year, month } = partsOf(today);
  const thisMonth = payMonthOf(today);
  const lastMonth = addPayMonths(thisMonth, -1);
  const quarterFrom = month - ((month - 1) % 3);
  switch (name) {
    case 'thisMonth':
      return { from: firstDayOf(thisMonth), to: today };
    case 'lastMonth':
      return { from: firstDayOf(lastMonth), to: lastDayOf(lastMonth) };
    case 'thisQuarter':
      return { from: dayFromParts(year, quarterFrom, 1), to: today };
    case 'yearToDate':
      return { from: dayFromParts(year, 1, 1), to: today };
    // The four months of the report that the demo region repeats.
    case 'spring2020':
      return { from: dayFromParts(2020, 1, 1), to: dayFromParts(2020, 4, 30) };
  }
}
