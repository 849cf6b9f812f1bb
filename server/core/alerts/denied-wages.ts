import type { PayAnswer } from '../contract/payroll.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { MONTHS_BACK, monthsBackWakes, recentMonths } from './months-back.ts';
import type { Finding, RuleInput, RuleNumber, Words } from './rule.ts';
import type { PaidTeamMonth } from './team-months.ts';
import { aboutTeamMonth, filedTeamMonths, isLate, lateFrom, NO_PAYROLL, payDayWakes } from './team-months.ts';
import { monthWords } from './words.ts';

/** Numbers of the three rules about workers' answers. */
export const DENIAL_NUMBERS = {
  people: {
    parameter: 'alertDenyingPeople',
    label: {
      zh: '一张工资表上有几名工人答复不符时预警',
      en: 'Workers on one payroll who say otherwise from which a warning is raised',
    },
    suggested: 1,
    unit: 'count',
  },
  monthsBack: MONTHS_BACK,
} as const satisfies Record<string, RuleNumber>;

type Input = RuleInput<keyof typeof DENIAL_NUMBERS>;

const NO_ANSWER: Words = {
  zh: '没有工人答复：不答复不等于认可',
  en: 'No worker has answered: silence is no consent',
};

/** Asked nobody, or heard from nobody. */
export function missingAnswers(input: Input): Words[] {
  const filed = recentlyFiled(input);
  if (filed.length === 0) return [NO_PAYROLL];
  const heard = filed.some(({ sheet: { answers } }) =>
    [answers.right, answers.less, answers.nothing, answers.notMe].some((count) => count > 0),
  );
  return heard ? [] : [NO_ANSWER];
}

/**
 * Payrolls on which workers gave this answer, a revision that was replaced or returned left out. What a bank says counts
 * for nothing here: that a worker denies a credit is the very question. That nothing came before the agreed pay day is no
 * contradiction yet, unless a bank says that something did.
 * @law REG-14-1
 */
export function denials(
  input: Input,
  answer: Exclude<PayAnswer, 'right'>,
  words: (people: number, filed: PaidTeamMonth, month: Words) => Words,
  cure: Words,
): Finding[] {
  const least = Math.max(1, input.numbers.people);
  return recentlyFiled(input)
    .filter(
      (filed) =>
        filed.sheet.answers[answer] >= least && !(answer === 'nothing' && isEarly(filed, input.today)),
    )
    .map((filed) => {
      const people = filed.sheet.answers[answer];
      return {
        ...aboutTeamMonth(filed),
        since: answer === 'nothing' ? nothingSince(filed) : deniedOn(filed),
        values: { people, onSheet: filed.sheet.people },
        message: words(people, filed, monthWords(filed.month.month)),
        cure,
      };
    });
}

const deniedOn = ({ sheet }: PaidTeamMonth): PlainDate => sheet.deniedOn ?? sheet.filedOn;

/** Nothing is credited and nothing is due yet. */
const isEarly = ({ month, sheet }: PaidTeamMonth, today: PlainDate): boolean =>
  month.payOn !== undefined && !isLate(month, today) && sheet.creditedFen === 0;

function nothingSince(filed: PaidTeamMonth): PlainDate {
  const said = deniedOn(filed);
  const late = filed.sheet.creditedFen > 0 ? undefined : lateFrom(filed.month);
  return late !== undefined && late > said ? late : said;
}

/** A month becomes too old to be asked about, or its pay day passes. */
export function denialWakes(input: Input): PlainDate[] {
  const months = recentlyFiled(input).map(({ month }) => month);
  return [...monthsBackWakes(months, input.numbers.monthsBack), ...payDayWakes(months, input.today)];
}

const recentlyFiled = ({ facts, numbers, today }: Input): readonly PaidTeamMonth[] =>
  filedTeamMonths({ months: recentMonths(facts, numbers.monthsBack, today) });
