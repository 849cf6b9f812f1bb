import type { Finding } from '../rule.ts';
import { alertRule } from '../rule.ts';
import type { PaidTeamMonth } from '../team-months.ts';
import {
  aboutTeamMonth,
  filedTeamMonths,
  isLate,
  lacksPayDay,
  lateFrom,
  NO_PAY_DAY,
  NO_PAYROLL,
  payDayWakes,
} from '../team-months.ts';
import { counted, dayWords, monthWords, yuanWords } from '../words.ts';

/**
 * Were the wages filed paid in full to every single person? One person paid too much pays nobody else: what counts is what
 * each still lacks.
 */
export const partPaid = alertRule({
  id: 'partPaid',
  group: 'payroll',
  question: { zh: '工资是不是只发了一部分？', en: 'Was only a part of the wages paid?' },
  level: 'yellow',
  points: 10,
  needs: ['contract', 'payroll'],
  also: ['bankResults'],
  numbers: {},
  cite: 'REG-12-1',
  ladder: true,
  missing: ({ facts }) => [
    ...(lacksPayDay(facts) ? [NO_PAY_DAY] : []),
    ...(filedTeamMonths(facts).length === 0 ? [NO_PAYROLL] : []),
  ],
  find: ({ facts, today }) =>
    filedTeamMonths(facts)
      .filter((at) => isShort(at) && isLate(at.month, today))
      .flatMap((at) => findingOf(at)),
  wakes: ({ facts, today }) =>
    payDayWakes(
      filedTeamMonths(facts)
        .filter(isShort)
        .map(({ month }) => month),
      today,
    ),
});

const isShort = ({ sheet }: PaidTeamMonth): boolean => sheet.creditedFen > 0 && sheet.shortFen > 0;

function findingOf(at: PaidTeamMonth): Finding[] {
  const { month, team, sheet } = at;
  const since = lateFrom(month);
  if (since === undefined || month.payOn === undefined) return [];
  const [of, due] = [monthWords(month.month), dayWords(month.payOn)];
  const [short, credited] = [yuanWords(sheet.shortFen), yuanWords(sheet.creditedFen)];
  const people = sheet.people - sheet.credited;
  const bounced =
    sheet.bounced === 0
      ? { zh: '', en: '' }
      : {
          zh: `，其中 ${sheet.bounced} 人被银行退回`,
          en: `, ${counted(sheet.bounced, 'payment', 'payments')} sent back by the bank`,
        };
  return [
    {
      ...aboutTeamMonth(at),
      since,
      values: {
        payOn: month.payOn,
        shortFen: sheet.shortFen,
        creditedFen: sheet.creditedFen,
        people,
        bounced: sheet.bounced,
      },
      message: {
        zh: `${team.teamName} ${of.zh}工资已入账 ${credited.zh}，发薪日 ${due.zh} 已过，还有 ${people} 人差 ${short.zh}${bounced.zh}`,
        en: `${team.teamName}, ${of.en}: ${credited.en} credited; pay day ${due.en} has passed and ${counted(people, 'person lacks', 'people lack')} ${short.en}${bounced.en}`,
      },
      cure: {
        zh: '银行把每个人的差额都入账后自动解除',
        en: 'Ends when the bank has credited what each person lacks',
      },
    },
  ];
}
