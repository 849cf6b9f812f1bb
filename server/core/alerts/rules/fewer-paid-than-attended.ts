import type { Finding, RuleInput } from '../rule.ts';
import { alertRule } from '../rule.ts';
import type { PaidTeamMonth } from '../team-months.ts';
import {
  aboutTeamMonth,
  filedTeamMonths,
  isLate,
  lacksPayDay,
  lateFrom,
  NO_PAY_DAY,
  payDayWakes,
} from '../team-months.ts';
import { counted, dayWords, monthWords } from '../words.ts';

type Input = RuleInput<'share'>;

/**
 * Is everybody on the payroll who attended? Asked once the pay day is over; until then a corrected payroll may still come.
 * A whole team without a payroll is another question.
 */
export const fewerPaidThanAttended = alertRule({
  id: 'fewerPaidThanAttended',
  group: 'payroll',
  question: { zh: '出勤的人是不是都在工资表上？', en: 'Is everybody on the payroll who attended?' },
  level: 'yellow',
  points: 8,
  needs: ['contract', 'payroll', 'attendance'],
  numbers: {
    share: {
      parameter: 'alertAttendedNotPaidShare',
      label: {
        zh: '出勤人员中不在工资表上的超过多大比例时预警',
        en: 'Share of the people attending who are not on the payroll above which a warning is raised',
      },
      suggested: 0,
      unit: 'basisPoints',
    },
  },
  ladder: false,
  missing: ({ facts }) => [
    ...(lacksPayDay(facts) ? [NO_PAY_DAY] : []),
    ...(filedTeamMonths(facts).some(({ team }) => team.attendedPeople !== undefined)
      ? []
      : [
          {
            zh: '没有既有工资表又有考勤的班组月份',
            en: 'No month of a team has both a payroll and attendance',
          },
        ]),
  ],
  find: (input) =>
    leftOut(input)
      .filter(({ month }) => isLate(month, input.today))
      .flatMap((at) => findingOf(at)),
  wakes: (input) =>
    payDayWakes(
      leftOut(input).map(({ month }) => month),
      input.today,
    ),
});

const unpaidHeads = ({ team, sheet }: PaidTeamMonth): number => (team.attendedPeople ?? 0) - sheet.people;

function leftOut({ facts, numbers }: Input): PaidTeamMonth[] {
  return filedTeamMonths(facts).filter((at) => {
    const missing = unpaidHeads(at);
    return missing > 0 && missing * 10_000 > (at.team.attendedPeople ?? 0) * numbers.share;
  });
}

function findingOf(at: PaidTeamMonth): Finding[] {
  const { month, team, sheet } = at;
  const since = lateFrom(month);
  if (since === undefined || month.payOn === undefined) return [];
  const [of, due] = [monthWords(month.month), dayWords(month.payOn)];
  const [attended, missing] = [team.attendedPeople ?? 0, unpaidHeads(at)];
  return [
    {
      ...aboutTeamMonth(at),
      since: since > sheet.filedOn ? since : sheet.filedOn,
      values: { payOn: month.payOn, attended, people: sheet.people, missing },
      message: {
        zh: `${team.teamName} ${of.zh}考勤 ${attended} 人，工资表只有 ${sheet.people} 人；发薪日 ${due.zh} 已过，${missing} 人没有列入`,
        en: `${team.teamName}, ${of.en}: attendance of ${counted(attended, 'person', 'people')}, ${sheet.people} on the payroll; pay day ${due.en} has passed and ${missing} left out`,
      },
      cure: {
        zh: '把漏列的人补进工资表重新提交；考勤有误的更正考勤',
        en: 'Ends when a payroll with everybody on it is filed, or attendance that is wrong is corrected',
      },
    },
  ];
}
