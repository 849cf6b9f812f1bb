import { addDays } from '../../kit/plain-date.ts';
import type { PlainDate } from '../../kit/plain-date.ts';
import type { Fen } from '../../kit/money.ts';
import type { Finding, RuleInput } from '../rule.ts';
import { alertRule } from '../rule.ts';
import type { Runway } from '../runway.ts';
import { runway, runwayWakes } from '../runway.ts';
import { dayWords, yuanWords } from '../words.ts';
import { isClosedForGood, needsNoAccount } from '../works.ts';

type Input = RuleInput<'aheadDays'>;
/** The three questions of one look are asked of one and the same input: the forecast is made once. */
const MADE = new WeakMap<object, Runway>();
function forecast(input: Input): Runway {
  const made = MADE.get(input) ?? runway(input);
  MADE.set(input, made);
  return made;
}

interface Dry {
  runsDryOn: PlainDate;
  shortFen: Fen;
  balanceFen: Fen;
}

/** Will the wage account cover the next pay days, with the labour cost the owner is to pay in by then? */
export const runwayShort = alertRule({
  id: 'runwayShort',
  group: 'money',
  question: {
    zh: '专户余额够发下一次工资吗？',
    en: 'Does the balance of the wage account cover the next wages?',
  },
  level: 'yellow',
  points: 8,
  needs: ['contract', 'payroll', 'money'],
  numbers: {
    aheadDays: {
      parameter: 'alertRunwayAheadDays',
      label: {
        zh: '提前多少天预警专户余额不足',
        en: 'Days ahead at which a balance too low is warned of',
      },
      suggested: 30,
      unit: 'calendarDays',
    },
  },
  cite: 'ACC-16',
  ladder: false,
  missing: (input) => (needsNoAccount(input.facts) ? [] : forecast(input).missing),
  find: (input) => {
    const dry = dryOf(input);
    return dry === undefined || input.today < warnedFrom(dry, input) ? [] : [findingOf(dry, input)];
  },
  wakes: (input) => {
    const dry = dryOf(input);
    const days = dry === undefined ? [] : [warnedFrom(dry, input)];
    return [...days, ...runwayWakes(input)].filter((day) => day > input.today);
  },
});

function dryOf(input: Input): Dry | undefined {
  if (isClosedForGood(input.facts)) return undefined;
  const { runsDryOn, shortFen, balanceFen } = forecast(input);
  if (runsDryOn === undefined || shortFen === undefined || balanceFen === undefined) return undefined;
  return { runsDryOn, shortFen, balanceFen };
}

const warnedFrom = ({ runsDryOn }: Dry, { numbers }: Input): PlainDate =>
  addDays(runsDryOn, -numbers.aheadDays);

/** It has been so since the warning time began, or since the newest movement of the account where that is later. */
function findingOf(dry: Dry, input: Input): Finding {
  const { runsDryOn, shortFen, balanceFen } = dry;
  const from = warnedFrom(dry, input);
  const moved = input.facts.freshness.money ?? from;
  const [day, short, balance] = [dayWords(runsDryOn), yuanWords(shortFen), yuanWords(balanceFen)];
  return {
    about: '',
    since: moved > from && moved <= input.today ? moved : from,
    values: { runsDryOn, shortFen, balanceFen },
    records: [{ kind: 'project', id: input.facts.project.id }],
    message: {
      zh: `专户余额 ${balance.zh}，加上约定到账的人工费用，不够发 ${day.zh} 发薪日的工资，差 ${short.zh}`,
      en: `Balance ${balance.en}: with the labour cost agreed by then it does not cover the pay day of ${day.en}, ${short.en} short`,
    },
    cure: {
      zh: '建设单位提前或追加拨付人工费用；已发的工资由银行报送入账',
      en: 'The owner pays labour cost earlier or tops it up; the bank reports wages already credited',
    },
  };
}
