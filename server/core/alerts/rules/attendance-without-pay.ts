import type { PlainDate } from '../../kit/plain-date.ts';
import { addDays, addPayMonths, lastDayOf } from '../../kit/plain-date.ts';
import type { Finding, RuleInput } from '../rule.ts';
import { alertRule } from '../rule.ts';
import type { TeamMonth } from '../team-months.ts';
import { aboutTeamMonth, lacksSheet, standingSheet, teamMonths } from '../team-months.ts';
import { counted, dayWords, monthWords } from '../words.ts';

type Input = RuleInput<'monthsAfter'>;

/**
 * Was anything paid for work that attendance shows? Asked once whole months have gone by, so that it holds where no pay day
 * is agreed too: wages are paid at least monthly.
 * @example worked in September, one month's grace: the question is asked from the 1st of November
 */
export const attendanceWithoutPay = alertRule({
  id: 'attendanceWithoutPay',
  group: 'payroll',
  question: { zh: '有出勤，却一直没有发工资？', en: 'Attendance, and no pay at all?' },
  level: 'red',
  points: 15,
  needs: ['attendance'],
  also: ['payroll', 'bankResults'],
  numbers: {
    monthsAfter: {
      parameter: 'alertUnpaidWorkMonths',
      label: {
        zh: '出勤月之后满几个月仍未发放时预警',
        en: 'Whole months after the month worked without any pay from which a warning is raised',
      },
      suggested: 1,
      unit: 'months',
    },
  },
  cite: 'REG-13-2',
  ladder: false,
  missing: ({ facts }) =>
    teamMonths(facts).some(({ team }) => team.attendedPeople !== undefined)
      ? []
      : [{ zh: '没有考勤记录', en: 'No attendance is on record' }],
  find: (input) =>
    input.facts.months
      .filter((month) => input.today >= sinceOf(month, input))
      .flatMap((month) => unpaid({ months: [month] }).map((at) => findingOf(at, input))),
  wakes: (input) => unpaid(input.facts).map(({ month }) => sinceOf(month, input)),
});

/** Teams that worked and of whose wages no bank has credited anything. */
function unpaid(facts: Parameters<typeof teamMonths>[0]): TeamMonth[] {
  return teamMonths(facts).filter(({ team }) => {
    const sheet = standingSheet(team);
    const isUnpaid = sheet === undefined ? lacksSheet(team) : sheet.creditedFen === 0 && sheet.shortFen > 0;
    return isUnpaid && (team.attendedPeople ?? 0) > 0;
  });
}

function sinceOf({ month }: Pick<TeamMonth['month'], 'month'>, { numbers }: Input): PlainDate {
  return addDays(lastDayOf(addPayMonths(month, numbers.monthsAfter)), 1);
}

function findingOf(at: TeamMonth, input: Input): Finding {
  const { month, team } = at;
  const sheet = standingSheet(team);
  const people = team.attendedPeople ?? 0;
  const since = sinceOf(month, input);
  const [of, until] = [monthWords(month.month), dayWords(addDays(since, -1))];
  const filed = sheet === undefined;
  return {
    ...aboutTeamMonth(at),
    since,
    values: { people, ...(sheet === undefined ? {} : { shortFen: sheet.shortFen }) },
    message: {
      zh: `${team.teamName} ${of.zh}有 ${people} 人考勤，到 ${until.zh} 仍没有任何工资入账${filed ? '，也没有工资表' : ''}`,
      en: `${team.teamName}, ${of.en}: attendance of ${counted(people, 'person', 'people')}, and by ${until.en} no wages were credited${filed ? ' nor a payroll filed' : ''}`,
    },
    cure: {
      zh: '提交工资表并由银行入账后自动解除；确未出工的更正考勤',
      en: 'Ends when the payroll is filed and the bank has credited wages; attendance that is wrong is corrected',
    },
  };
}
