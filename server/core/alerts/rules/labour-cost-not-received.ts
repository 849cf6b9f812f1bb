import { shareOf } from '../../kit/money.ts';
import type { PlainDate } from '../../kit/plain-date.ts';
import { addDays } from '../../kit/plain-date.ts';
import type { LabourCostDue } from '../labour-cost.ts';
import { labourCostDues } from '../labour-cost.ts';
import type { Finding, RuleInput } from '../rule.ts';
import { alertRule } from '../rule.ts';
import { dayWords, monthWords, yuanWords } from '../words.ts';
import { isOver, needsNoAccount, NO_ACCOUNT, NO_CONTRACT } from '../works.ts';

type Input = RuleInput<'graceDays' | 'share'>;

/**
 * Did the owner pay the labour cost of each month into the wage account? A dispute over the works is no ground to keep it
 * back. Not before the works, not after they are finished, and not where no account is asked of the contract.
 */
export const labourCostNotReceived = alertRule({
  id: 'labourCostNotReceived',
  group: 'money',
  question: {
    zh: '建设单位按月把人工费用拨到专户了吗？',
    en: 'Did the owner pay each month’s labour cost into the wage account?',
  },
  level: 'red',
  points: 8,
  needs: ['contract', 'money'],
  also: ['account'],
  numbers: {
    graceDays: {
      parameter: 'alertLabourCostGraceDays',
      label: {
        zh: '人工费用到期后等待银行到账记录的天数',
        en: 'Days after the due day in which the bank’s record of labour cost is awaited',
      },
      suggested: 5,
      unit: 'calendarDays',
    },
    share: {
      parameter: 'alertLabourCostShare',
      label: {
        zh: '到账达到应拨人工费用的比例视为到账',
        en: 'Share of the labour cost due that counts as received',
      },
      suggested: 10_000,
      unit: 'basisPoints',
    },
  },
  cite: 'REG-29-1',
  ladder: false,
  missing: ({ facts }) => {
    if (isOver(facts) || needsNoAccount(facts)) return [];
    const hasAgreement = facts.months.some(({ labourCost }) => labourCost !== undefined);
    return [
      ...(facts.contract === undefined && !hasAgreement ? [NO_CONTRACT] : []),
      ...(facts.money === undefined ? [NO_ACCOUNT] : []),
    ];
  },
  find: (input) =>
    lacking(input)
      .filter((due) => input.today > graceEnd(due, input))
      .map((due) => findingOf(due, input.facts.project.id)),
  wakes: (input) =>
    lacking(input)
      .map((due) => addDays(graceEnd(due, input), 1))
      .filter((day) => day > input.today),
});

const graceEnd = ({ dueOn }: LabourCostDue, { numbers }: Input): PlainDate =>
  addDays(dueOn, numbers.graceDays);

function lacking({ facts, numbers }: Input): LabourCostDue[] {
  if (needsNoAccount(facts)) return [];
  return labourCostDues(facts).filter(({ dueFen, receivedFen }) =>
    dueFen === undefined ? receivedFen === 0 : receivedFen < shareOf(dueFen, numbers.share, 'down'),
  );
}

function findingOf({ month, dueOn, dueFen, receivedFen }: LabourCostDue, projectId: string): Finding {
  const [of, day, received] = [monthWords(month), dayWords(dueOn), yuanWords(receivedFen)];
  const due =
    dueFen === undefined
      ? { zh: '金额按进度计算', en: 'measured by progress' }
      : { zh: `应到 ${yuanWords(dueFen).zh}`, en: `${yuanWords(dueFen).en} due` };
  const came =
    receivedFen === 0
      ? { zh: '至今没有到账', en: 'nothing has come in' }
      : { zh: `只到账 ${received.zh}`, en: `only ${received.en} has come in` };
  return {
    about: month,
    month,
    since: addDays(dueOn, 1),
    values: { dueOn, receivedFen, ...(dueFen === undefined ? {} : { dueFen }) },
    records: [{ kind: 'safeguards', id: projectId }],
    message: {
      zh: `${of.zh}人工费用约定 ${day.zh} 前拨付，${due.zh}，${came.zh}`,
      en: `Labour cost of ${of.en}, agreed for ${day.en}, ${due.en}: ${came.en}`,
    },
    cure: {
      zh: '建设单位补拨，银行报送到账后自动解除',
      en: 'Ends when the owner has paid and the bank has reported it',
    },
  };
}
