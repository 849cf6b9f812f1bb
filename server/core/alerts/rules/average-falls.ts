import type { Fen } from '../../kit/money.ts';
import { fractionOf, sumFen } from '../../kit/money.ts';
import { addPayMonths } from '../../kit/plain-date.ts';
import { MONTHS_BACK, monthsBackWakes, recentMonths } from '../months-back.ts';
import type { Finding, RuleInput } from '../rule.ts';
import { alertRule } from '../rule.ts';
import type { PaidTeamMonth } from '../team-months.ts';
import { aboutTeamMonth, filedTeamMonths } from '../team-months.ts';
import { counted, monthWords, percent, yuanWords } from '../words.ts';

type Input = RuleInput<'share' | 'months' | 'monthsBack'>;
type Basis = 'day' | 'person';
interface Comparison {
  at: PaidTeamMonth;
  before: PaidTeamMonth[];
}

/**
 * Does a team's average wage fall far below what it was in the months before? Compared by the day worked where attendance
 * is on record for all the months, so that a short month is no fall; otherwise by the head.
 */
export const averageFalls = alertRule({
  id: 'averageFalls',
  group: 'payroll',
  question: { zh: '班组平均工资有没有突然下降？', en: 'Does the average wage of a team fall suddenly?' },
  level: 'yellow',
  points: 4,
  needs: ['payroll'],
  also: ['attendance'],
  numbers: {
    share: {
      parameter: 'alertAverageFallShare',
      label: {
        zh: '班组平均工资比之前下降超过多少时预警',
        en: 'Fall of a team’s average wage above which a warning is raised',
      },
      suggested: 3000,
      unit: 'basisPoints',
    },
    months: {
      parameter: 'alertAverageMonths',
      label: {
        zh: '平均工资与之前几个月比较',
        en: 'Months before with which an average wage is compared',
      },
      suggested: 3,
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
            zh: '没有相邻月份的工资表可以比较',
            en: 'No payrolls of months near each other to compare',
          },
        ],
  find: (input) => comparisons(input).flatMap((comparison) => findingOf(comparison, input)),
  wakes: (input) =>
    monthsBackWakes(
      comparisons(input).map(({ at }) => at.month),
      input.numbers.monthsBack,
    ),
});

function comparisons({ facts, numbers, today }: Input): Comparison[] {
  const filed = filedTeamMonths(facts).filter(({ sheet }) => sheet.people > 0 && sheet.grossFen > 0);
  const recent = new Set(recentMonths(facts, numbers.monthsBack, today));
  return filed
    .filter(({ month }) => recent.has(month))
    .map((at) => ({ at, before: filed.filter((other) => isBefore(other, at, numbers.months)) }))
    .filter(({ before }) => before.length > 0);
}

function isBefore(other: PaidTeamMonth, at: PaidTeamMonth, months: number): boolean {
  const { month } = at.month;
  return (
    other.team.teamId === at.team.teamId &&
    other.month.month < month &&
    other.month.month >= addPayMonths(month, -months)
  );
}

/** Hundredths of days or heads that the gross wages are divided by. */
const weightOf = ({ team, sheet }: PaidTeamMonth, basis: Basis): number =>
  basis === 'day' ? (team.attendedHundredths ?? 0) : sheet.people * 100;

function findingOf({ at, before }: Comparison, { numbers }: Input): Finding[] {
  const basis: Basis = [at, ...before].every((each) => weightOf(each, 'day') > 0) ? 'day' : 'person';
  const now = { gross: at.sheet.grossFen, weight: weightOf(at, basis) };
  const then = {
    gross: sumFen(before.map(({ sheet }) => sheet.grossFen)),
    weight: before.reduce((sum, each) => sum + weightOf(each, basis), 0),
  };
  // Averages are compared crosswise in whole numbers: a quotient would need rounding.
  const [was, is] = [BigInt(then.gross) * BigInt(now.weight), BigInt(now.gross) * BigInt(then.weight)];
  if ((was - is) * 10_000n <= was * BigInt(numbers.share)) return [];
  const fall = Number(((was - is) * 10_000n) / was);
  const [average, earlier] = [averageOf(now), averageOf(then)];
  const of = monthWords(at.month.month);
  const [zhBasis, enBasis] = basis === 'day' ? ['日均', 'a day worked'] : ['人均', 'a person'];
  const months = before.length;
  return [
    {
      ...aboutTeamMonth(at),
      since: at.sheet.filedOn,
      values: { averageFen: average, beforeFen: earlier, fallBasisPoints: fall, months, basis },
      message: {
        zh: `${at.team.teamName} ${of.zh}${zhBasis}工资 ${yuanWords(average).zh}，比此前 ${months} 个月的 ${yuanWords(earlier).zh} 下降 ${percent(fall)}`,
        en: `${at.team.teamName}, ${of.en}: ${yuanWords(average).en} ${enBasis}, ${percent(fall)} less than ${yuanWords(earlier).en} in ${counted(months, 'month', 'months')} before`,
      },
      cure: {
        zh: '工资或考勤有误的更正后重新提交；属实的由监察员核实后写明原因',
        en: 'Ends when wages or attendance are corrected; what is right is looked into and dismissed with the reason',
      },
    },
  ];
}

const averageOf = ({ gross, weight }: { gross: Fen; weight: number }): Fen =>
  fractionOf(gross, 100, weight, 'halfUp');
