import type { Fen } from '../../kit/money.ts';
import { fen } from '../../kit/money.ts';
import type { PlainDate } from '../../kit/plain-date.ts';
import { addPayMonths, firstDayOf, payMonthOf } from '../../kit/plain-date.ts';
import { countBack } from '../../law/count-period.ts';
import type { MonthFacts } from '../facts.ts';
import { MONTHS_BACK, monthsBackWakes, recentMonths } from '../months-back.ts';
import type { Finding, RuleInput } from '../rule.ts';
import { alertRule } from '../rule.ts';
import { springFestivals } from '../spring-festival.ts';
import { dayWords, monthWords, yuanWords } from '../words.ts';

type Input = RuleInput<'times' | 'daysBefore' | 'months' | 'monthsBack'>;
interface Comparison {
  month: MonthFacts['month'];
  festivalOn: PlainDate;
  rushFrom: PlainDate;
  creditedFen: Fen;
  usualFen: Fen;
}

/**
 * Is far more paid out just before Spring Festival than in the months before? Wages that come all at once were kept back
 * all year. The middle of the months before is compared with, so that one large month hides nothing.
 */
export const holidaySpike = alertRule({
  id: 'holidaySpike',
  group: 'payroll',
  question: {
    zh: '是不是平时不发、春节前集中发？',
    en: 'Are wages kept back and paid all at once before Spring Festival?',
  },
  level: 'yellow',
  points: 5,
  needs: ['payroll', 'bankResults'],
  numbers: {
    times: {
      parameter: 'alertHolidaySpikeTimes',
      label: {
        zh: '春节前当月入账超过平时月份几倍时预警',
        en: 'Times the usual month’s credits before Spring Festival above which a warning is raised',
      },
      suggested: 2,
      unit: 'count',
    },
    daysBefore: {
      parameter: 'alertHolidaySpikeDays',
      label: {
        zh: '春节放假前多少天算节前',
        en: 'Days before the days off of Spring Festival that count as before it',
      },
      suggested: 20,
      unit: 'calendarDays',
    },
    months: {
      parameter: 'alertHolidaySpikeMonths',
      label: {
        zh: '与春节前入账比较的之前月份数',
        en: 'Months before with which credits before Spring Festival are compared',
      },
      suggested: 6,
      unit: 'months',
    },
    monthsBack: MONTHS_BACK,
  },
  ladder: false,
  missing: (input) =>
    comparisons(input).length > 0
      ? []
      : [
          {
            zh: '没有春节前的入账记录，或此前有记录的月份太少，无法比较',
            en: 'No credits before Spring Festival on record, or too few months before to compare with',
          },
        ],
  find: (input) => comparisons(input).flatMap((comparison) => findingOf(comparison, input)),
  wakes: (input) => monthsBackWakes(comparisons(input), input.numbers.monthsBack),
});

interface Rush {
  festivalOn: PlainDate;
  rushFrom: PlainDate;
}

function comparisons(input: Input): Comparison[] {
  const { facts, numbers, today } = input;
  const rushOf = rushes(input);
  return recentMonths(facts, numbers.monthsBack, today).flatMap((at) => {
    const rush = rushOf.get(at.month);
    if (rush === undefined || at.creditedInMonthFen === undefined) return [];
    const first = addPayMonths(at.month, -numbers.months);
    const before = facts.months.filter(
      ({ month }) => month >= first && month < at.month && !rushOf.has(month),
    );
    const usual = before.flatMap(({ teams, creditedInMonthFen }) =>
      teams.length === 0 || creditedInMonthFen === undefined ? [] : [creditedInMonthFen],
    );
    // Fewer than half of the months say nothing of what is usual.
    if (usual.length === 0 || usual.length * 2 < numbers.months) return [];
    return { month: at.month, ...rush, creditedFen: at.creditedInMonthFen, usualFen: median(usual) };
  });
}

/** The months in which days before a Spring Festival lie: the month it begins in, unless on its first day, and before. */
function rushes({ facts, numbers, calendar }: Input): Map<MonthFacts['month'], Rush> {
  const found = new Map<MonthFacts['month'], Rush>();
  const years = new Set(facts.months.flatMap(({ month }) => [month.slice(0, 4), yearAfter(month)]));
  for (const before of springFestivals(calendar)) {
    if (!years.has(before.slice(0, 4))) continue;
    const length = { calendarDays: numbers.daysBefore };
    const { dueOn: rushFrom } = countBack({ before, length, roll: 'none', calendar });
    for (const { month } of facts.months)
      if (month >= payMonthOf(rushFrom) && firstDayOf(month) < before)
        found.set(month, { festivalOn: before, rushFrom });
  }
  return found;
}

/** The days before a festival may lie in the year before its own. */
const yearAfter = (month: string): string => String(Number(month.slice(0, 4)) + 1);

/** The middle one; of an even number the larger of the two, so that less is called a spike. */
function median(amounts: readonly Fen[]): Fen {
  const sorted = [...amounts].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? fen(0);
}

function findingOf(
  { month, festivalOn, rushFrom, creditedFen, usualFen }: Comparison,
  { numbers }: Input,
): Finding[] {
  if (creditedFen <= usualFen * numbers.times) return [];
  const [of, festival] = [monthWords(month), dayWords(festivalOn)];
  const [credited, usual] = [yuanWords(creditedFen), yuanWords(usualFen)];
  const first = firstDayOf(month);
  return [
    {
      about: month,
      month,
      since: first > rushFrom ? first : rushFrom,
      values: { creditedFen, usualFen, festivalOn },
      records: [],
      message: {
        zh: `${of.zh}入账工资 ${credited.zh}，平时每月 ${usual.zh}；春节 ${festival.zh} 放假前集中发放，此前可能没有按月发`,
        en: `${of.en}: ${credited.en} of wages credited, ${usual.en} in a usual month; paid all at once before Spring Festival (${festival.en}), perhaps not monthly before`,
      },
      cure: {
        zh: '补录此前月份的发放记录；属实的由监察员核实后写明原因',
        en: 'Ends when payments of the months before are entered; what is right is looked into and dismissed with the reason',
      },
    },
  ];
}
