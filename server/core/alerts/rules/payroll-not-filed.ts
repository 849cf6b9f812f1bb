import type { PlainDate } from '../../kit/plain-date.ts';
import type { ProjectFacts } from '../facts.ts';
import type { Finding } from '../rule.ts';
import { alertRule } from '../rule.ts';
import type { TeamMonth } from '../team-months.ts';
import {
  aboutTeamMonth,
  isLate,
  lacksPayDay,
  lacksSheet,
  lateFrom,
  NO_PAY_DAY,
  NO_WORK_ON_RECORD,
  payDayWakes,
  teamMonths,
} from '../team-months.ts';
import { counted, dayWords, monthWords } from '../words.ts';

/**
 * Was a payroll filed for everyone who worked, by the pay day? People on site without any record of work are no arrears,
 * but the question stands while the site is building; attendance recorded as nobody asks for nothing.
 */
export const payrollNotFiled = alertRule({
  id: 'payrollNotFiled',
  group: 'payroll',
  question: { zh: '过了发薪日，工资表报了吗？', en: 'Was the payroll filed by the pay day?' },
  level: 'yellow',
  points: 10,
  needs: ['contract', 'payroll'],
  also: ['attendance', 'site'],
  numbers: {},
  cite: 'REG-31-1',
  ladder: true,
  missing: ({ facts }) => [
    ...(lacksPayDay(facts) ? [NO_PAY_DAY] : []),
    ...(teamMonths(facts).length === 0 ? [NO_WORK_ON_RECORD] : []),
  ],
  find: ({ facts, today }) =>
    awaited(facts)
      .filter(({ month }) => isLate(month, today))
      .flatMap((at) => findingOf(at)),
  wakes: ({ facts, today }): PlainDate[] =>
    payDayWakes(
      awaited(facts).map(({ month }) => month),
      today,
    ),
});

/** Months of teams for which a payroll is due and none stands. */
function awaited(facts: ProjectFacts): TeamMonth[] {
  return teamMonths(facts).filter(({ team }) => {
    if (!lacksSheet(team)) return false;
    if (team.attendedPeople !== undefined) return team.attendedPeople > 0;
    return team.sheet !== undefined || (team.isOnSite && facts.project.state === 'building');
  });
}

function findingOf(at: TeamMonth): Finding[] {
  const { month, team } = at;
  const since = lateFrom(month);
  if (since === undefined || month.payOn === undefined) return [];
  const [of, due] = [monthWords(month.month), dayWords(month.payOn)];
  const people = team.attendedPeople;
  const returned = team.sheet !== undefined;
  const worked =
    people === undefined
      ? { zh: '没有考勤记录', en: 'no attendance on record' }
      : { zh: `有 ${people} 人考勤`, en: `attendance of ${counted(people, 'person', 'people')}` };
  return [
    {
      ...aboutTeamMonth(at),
      since,
      values: { payOn: month.payOn, ...(people === undefined ? {} : { people }), returned: returned ? 1 : 0 },
      message: {
        zh: `${team.teamName} ${of.zh}${worked.zh}，发薪日 ${due.zh} 已过，${returned ? '工资表被退回后没有重报' : '没有工资表'}`,
        en: `${team.teamName}, ${of.en}: ${worked.en}, pay day ${due.en} has passed, ${returned ? 'the payroll was returned and not filed again' : 'no payroll'}`,
      },
      cure: {
        zh:
          people === undefined
            ? '提交该班组该月的工资表；确实没人出工的，补录考勤或办理离场'
            : '提交该班组该月的工资表',
        en:
          people === undefined
            ? 'File the team’s payroll of the month; if nobody worked, record it or enter the departures'
            : 'File the team’s payroll of the month',
      },
    },
  ];
}
