import { MONTHS_BACK, monthsBackWakes, recentMonths } from '../months-back.ts';
import type { Finding, RuleInput } from '../rule.ts';
import { alertRule } from '../rule.ts';
import type { PaidTeamMonth } from '../team-months.ts';
import { aboutTeamMonth, filedTeamMonths } from '../team-months.ts';
import { counted, monthWords } from '../words.ts';

type Input = RuleInput<'share' | 'monthsBack'>;

/**
 * Are more people on the payroll than attendance shows? Where nobody recorded a team's attendance nothing is compared. A
 * few whom the gate did not see are no warning; many are people who did not work.
 */
export const payWithoutAttendance = alertRule({
  id: 'payWithoutAttendance',
  group: 'payroll',
  question: { zh: '工资表上有没有没出勤的人？', en: 'Are people on the payroll who did not attend?' },
  level: 'yellow',
  points: 8,
  needs: ['payroll', 'attendance'],
  numbers: {
    share: {
      parameter: 'alertPaidNotAttendedShare',
      label: {
        zh: '工资表人数中没有考勤的人超过多大比例时预警',
        en: 'Share of the people on a payroll without attendance above which a warning is raised',
      },
      suggested: 1000,
      unit: 'basisPoints',
    },
    monthsBack: MONTHS_BACK,
  },
  ladder: false,
  missing: (input) =>
    comparable(input).length > 0
      ? []
      : [
          {
            zh: '没有既有工资表又有考勤的班组月份',
            en: 'No month of a team has both a payroll and attendance',
          },
        ],
  find: (input) => comparable(input).flatMap((at) => findingOf(at, input)),
  wakes: (input) =>
    monthsBackWakes(
      comparable(input).map(({ month }) => month),
      input.numbers.monthsBack,
    ),
});

function comparable({ facts, numbers, today }: Input): PaidTeamMonth[] {
  const months = recentMonths(facts, numbers.monthsBack, today);
  return filedTeamMonths({ months }).filter(({ team }) => team.attendedPeople !== undefined);
}

function findingOf(at: PaidTeamMonth, { numbers }: Input): Finding[] {
  const { month, team, sheet } = at;
  const attended = team.attendedPeople ?? 0;
  const unseen = sheet.people - attended;
  if (unseen <= 0 || unseen * 10_000 <= sheet.people * numbers.share) return [];
  const of = monthWords(month.month);
  return [
    {
      ...aboutTeamMonth(at),
      since: sheet.filedOn,
      values: { people: sheet.people, attended, unseen },
      message: {
        zh: `${team.teamName} ${of.zh}工资表有 ${sheet.people} 人，考勤只有 ${attended} 人，多出 ${unseen} 人`,
        en: `${team.teamName}, ${of.en}: ${counted(sheet.people, 'person', 'people')} on the payroll, attendance of ${attended}: ${unseen} more`,
      },
      cure: {
        zh: '补录有据可查的考勤，或更正工资表重新提交',
        en: 'Ends when attendance that can be proved is entered, or a corrected payroll is filed',
      },
    },
  ];
}
