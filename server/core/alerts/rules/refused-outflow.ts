import { sumFen } from '../../kit/money.ts';
import { addDays } from '../../kit/plain-date.ts';
import type { MoneyPart } from '../facts.ts';
import type { RuleInput } from '../rule.ts';
import { alertRule } from '../rule.ts';
import { counted, dayWords, yuanWords } from '../words.ts';
import { needsNoAccount, NO_ACCOUNT } from '../works.ts';

type Input = RuleInput<'days' | 'attempts'>;
type Refused = MoneyPart['refusedOutflows'][number];
const MOST_RECORDS = 20;

/** Did somebody try to pay others than the workers from the wage account? Refused, but a sign that money is wanted elsewhere. */
export const refusedOutflow = alertRule({
  id: 'refusedOutflow',
  group: 'money',
  question: {
    zh: '有没有人想从专户付给工人以外的人？',
    en: 'Did somebody try to pay others than the workers from the wage account?',
  },
  level: 'red',
  points: 8,
  needs: ['money'],
  also: ['account'],
  numbers: {
    days: {
      parameter: 'alertRefusedDays',
      label: {
        zh: '被拒付款预警保留的天数',
        en: 'Days for which a refused payment stays a warning',
      },
      suggested: 30,
      unit: 'calendarDays',
    },
    attempts: {
      parameter: 'alertRefusedAttempts',
      label: {
        zh: '被拒付款达到几笔时预警',
        en: 'Refused payments from which a warning is raised',
      },
      suggested: 1,
      unit: 'count',
    },
  },
  cite: 'ACC-9',
  ladder: false,
  missing: ({ facts }) => (facts.money === undefined && !needsNoAccount(facts) ? [NO_ACCOUNT] : []),
  find: (input) => {
    const recent = recentOf(input);
    const reached = recent[Math.max(input.numbers.attempts, 1) - 1];
    const last = recent.at(-1);
    if (reached === undefined || last === undefined) return [];
    const amountFen = sumFen(recent.map((one) => one.amountFen));
    const [day, amount] = [dayWords(last.on), yuanWords(amountFen)];
    return [
      {
        about: '',
        since: reached.on,
        values: { attempts: recent.length, amountFen, lastOn: last.on },
        records: recent.slice(-MOST_RECORDS).map(({ id }) => ({ kind: 'transaction', id })),
        message: {
          zh: `专户有 ${recent.length} 笔付给工人以外的款被拒，共 ${amount.zh}，最近一笔 ${day.zh}`,
          en: `${counted(recent.length, 'payment', 'payments')} to others than the workers refused, ${amount.en} in all, the last on ${day.en}`,
        },
        cure: {
          zh: '向开户银行和总包核实原因；其后不再发生，到期自动解除',
          en: 'Ask bank and contractor why; ends by itself when none follows',
        },
      },
    ];
  },
  wakes: ({ facts, numbers, today }) =>
    (facts.money?.refusedOutflows ?? [])
      .flatMap(({ on }) => [on, addDays(on, numbers.days)])
      .filter((day) => day > today),
});

/** Refused on one of so many days up to today, oldest first. */
function recentOf({ facts, numbers, today }: Input): Refused[] {
  const from = addDays(today, 1 - numbers.days);
  return (facts.money?.refusedOutflows ?? [])
    .filter(({ on }) => on >= from && on <= today)
    .sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));
}
