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

/** Did a bank credit any of the wages filed, by the pay day? What is sent and not yet credited is not paid. */
export const filedNotPaid = alertRule({
  id: 'filedNotPaid',
  group: 'payroll',
  question: { zh: '报了工资表，过了发薪日发了吗？', en: 'Were the wages filed paid by the pay day?' },
  level: 'yellow',
  points: 15,
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
      .filter((at) => isUnpaid(at) && isLate(at.month, today))
      .flatMap((at) => findingOf(at)),
  wakes: ({ facts, today }) =>
    payDayWakes(
      filedTeamMonths(facts)
        .filter(isUnpaid)
        .map(({ month }) => month),
      today,
    ),
});

const isUnpaid = ({ sheet }: PaidTeamMonth): boolean => sheet.creditedFen === 0 && sheet.shortFen > 0;

function findingOf(at: PaidTeamMonth): Finding[] {
  const { month, team, sheet } = at;
  const since = lateFrom(month);
  if (since === undefined || month.payOn === undefined) return [];
  const [of, due] = [monthWords(month.month), dayWords(month.payOn)];
  const [short, sent] = [yuanWords(sheet.shortFen), yuanWords(sheet.sentFen)];
  const isSent = sheet.sentFen > 0;
  return [
    {
      ...aboutTeamMonth(at),
      since,
      values: { payOn: month.payOn, shortFen: sheet.shortFen, sentFen: sheet.sentFen, people: sheet.people },
      message: {
        zh: `${team.teamName} ${of.zh} ${sheet.people} 人工资 ${short.zh}，发薪日 ${due.zh} 已过，银行没有入账记录${isSent ? `（已送银行 ${sent.zh}）` : '，也没有送银行'}`,
        en: `${team.teamName}, ${of.en}: wages of ${counted(sheet.people, 'person', 'people')}, ${short.en}; pay day ${due.en} has passed and no bank credit is on record${isSent ? ` (${sent.en} sent to the bank)` : ', nor was anything sent to the bank'}`,
      },
      cure: { zh: '银行逐人入账后自动解除', en: 'Ends when the bank has credited every person' },
    },
  ];
}
