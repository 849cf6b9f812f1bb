import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import { addPayMonths, firstDayOf, payMonthOf } from '../kit/plain-date.ts';
import type { MonthFacts, ProjectFacts } from './facts.ts';
import type { AlertRule, RuleInput, RuleNumber } from './rule.ts';

/**
 * How far rules look back that ask whether records agree. Wages that are owed are never too old to be asked about: rules
 * of arrears look at every month in the facts.
 */
export const MONTHS_BACK = {
  parameter: 'alertMonthsBack',
  label: {
    zh: '核对工资表、考勤和答复时回看的月数',
    en: 'Months looked back at when payrolls, attendance and answers are compared',
  },
  suggested: 12,
  unit: 'months',
} as const satisfies RuleNumber;

/** The first month a rule looks at, where it looks back so many and no further. */
export function oldestMonthOf(
  { numbers: table }: Pick<AlertRule, 'numbers'>,
  { numbers, today }: Pick<RuleInput, 'numbers' | 'today'>,
): PayMonth | undefined {
  const name = Object.keys(table).find((one) => table[one]?.parameter === MONTHS_BACK.parameter);
  const back = name === undefined ? undefined : numbers[name];
  return back === undefined ? undefined : firstMonth(back, today);
}

const firstMonth = (monthsBack: number, today: PlainDate): PayMonth =>
  addPayMonths(payMonthOf(today), -monthsBack);

/** The months from so many before this one. */
export function recentMonths(
  { months }: Pick<ProjectFacts, 'months'>,
  monthsBack: number,
  today: PlainDate,
): MonthFacts[] {
  const first = firstMonth(monthsBack, today);
  // The very months, where none is left out: who asks for the teams of the same months shares them.
  return months.every(({ month }) => month >= first) ? months : months.filter(({ month }) => month >= first);
}

/** From which day on will the oldest of these months be too far back to be looked at? */
export function monthsBackWakes(
  months: readonly Pick<MonthFacts, 'month'>[],
  monthsBack: number,
): PlainDate[] {
  let oldest: PayMonth | undefined;
  for (const { month } of months) if (oldest === undefined || month < oldest) oldest = month;
  return oldest === undefined ? [] : [firstDayOf(addPayMonths(oldest, monthsBack + 1))];
}
