import type { CellTone, MoneyStep, MoneyStepId } from '../contract/pay-overview.ts';
import type { Fen } from '../kit/money.ts';
import { formatYuan, fractionOf } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { partsOf } from '../kit/plain-date.ts';
import { isPastPayDay } from './pay-tone.ts';

/** What is on record of a project's month, in the order in which money flows. */
export interface MoneyFacts {
  /** Owner and general contractor agreed on labour cost, and when it is due; absent without a contract. */
  labourCost?: { dueOn: PlainDate; dueFen?: Fen };
  /** What came into the wage account as labour cost in the month it was due; absent without an account. */
  received?: { amountFen: Fen; on?: PlainDate };
  /** Teams with people or attendance in the month, and those with a sheet that stands. */
  teams: { expected: number; filed: number; filedOn?: PlainDate };
  payOn?: PlainDate;
  /** Sums over the sheets that stand; `shortFen` is what single people still lack. */
  netFen: Fen;
  sent: { amountFen: Fen; on?: PlainDate };
  credited: { amountFen: Fen; shortFen: Fen; on?: PlainDate };
}

/**
 * Labour cost of one payment where an amount is agreed for the whole work: spread evenly over the months planned. A
 * share of progress payments has no amount before the progress is measured: undefined.
 * @law REG-24-2
 */
export function labourCostOfCycle(contract: {
  labourCostFen?: Fen;
  labourCostCycleMonths: number;
  plannedFrom: PlainDate;
  plannedUntil: PlainDate;
}): Fen | undefined {
  if (contract.labourCostFen === undefined || contract.plannedUntil < contract.plannedFrom) return undefined;
  const [from, until] = [partsOf(contract.plannedFrom), partsOf(contract.plannedUntil)];
  const months = (until.year - from.year) * 12 + until.month - from.month + 1;
  return fractionOf(contract.labourCostFen, contract.labourCostCycleMonths, months, 'halfUp');
}

type Words = readonly [zh: string, en: string];
const yuan = (amount: Fen): string => formatYuan(amount);

/** Where the money of a month is stuck: five steps, and the first that is late. */
export function moneyStrip(
  facts: MoneyFacts,
  today: PlainDate,
): { steps: MoneyStep[]; stuckAt?: MoneyStepId } {
  const steps = [
    due(facts),
    received(facts, today),
    filed(facts, today),
    sent(facts, today),
    credited(facts, today),
  ];
  const stuck = steps.find(({ tone }) => tone === 'late');
  return { steps, ...(stuck === undefined ? {} : { stuckAt: stuck.id }) };
}

function step(
  id: MoneyStepId,
  tone: CellTone,
  [zh, en]: Words,
  more: { amountFen?: Fen | undefined; dueOn?: PlainDate | undefined; on?: PlainDate | undefined },
): MoneyStep {
  const known = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));
  return { id, tone, ...known, zh, en };
}

/** What was agreed is no act of anybody: it is there, or there is no data. */
function due({ labourCost }: MoneyFacts): MoneyStep {
  if (labourCost === undefined)
    return step('labourCostDue', 'noData', ['没有登记人工费用约定', 'No labour cost agreed on record'], {});
  const { dueOn, dueFen } = labourCost;
  const words: Words =
    dueFen === undefined
      ? [`${dueOn} 应拨付，金额按进度计算`, `Due on ${dueOn}, measured by progress`]
      : [`${dueOn} 应拨付 ${yuan(dueFen)} 元`, `${yuan(dueFen)} yuan due on ${dueOn}`];
  return step('labourCostDue', 'good', words, { amountFen: dueFen, dueOn });
}

function received({ labourCost, received: money }: MoneyFacts, today: PlainDate): MoneyStep {
  const id = 'labourCostReceived';
  const dueOn = labourCost?.dueOn;
  if (money === undefined)
    return step(id, 'noData', ['没有专用账户的记录', 'No wage account on record'], { dueOn });
  const { amountFen, on } = money;
  const more = { amountFen, dueOn, on };
  const isEnough = amountFen > 0 && amountFen >= (labourCost?.dueFen ?? 0);
  if (isEnough)
    return step(id, 'good', [`到账 ${yuan(amountFen)} 元`, `${yuan(amountFen)} yuan received`], more);
  const tone = dueOn === undefined ? 'noData' : today > dueOn ? 'late' : 'waiting';
  const words: Words =
    amountFen === 0
      ? ['本月没有人工费用到账', 'No labour cost received in this month']
      : [`只到账 ${yuan(amountFen)} 元`, `Only ${yuan(amountFen)} yuan received`];
  return step(id, tone, words, more);
}

function filed({ teams, payOn, netFen }: MoneyFacts, today: PlainDate): MoneyStep {
  const id = 'payrollFiled';
  const expected = Math.max(teams.expected, teams.filed);
  if (expected === 0)
    return step(id, 'noData', ['没有班组和考勤', 'No teams and no attendance'], { dueOn: payOn });
  const words: Words = [`${teams.filed}/${expected} 个班组已报`, `${teams.filed} of ${expected} teams filed`];
  const isAll = teams.filed === expected;
  const more = { amountFen: teams.filed === 0 ? undefined : netFen, dueOn: payOn, on: teams.filedOn };
  return step(id, isAll ? 'good' : isPastPayDay(payOn, today) ? 'late' : 'waiting', words, more);
}

/** Before anything is filed nobody knows how much there is to send: no data, but not late either. */
function sent({ teams, payOn, netFen, sent: money }: MoneyFacts, today: PlainDate): MoneyStep {
  const id = 'sentToBank';
  if (teams.filed === 0) return step(id, 'noData', ['还没有工资表', 'No payroll yet'], { dueOn: payOn });
  const words: Words = [
    `已送 ${yuan(money.amountFen)} 元，共 ${yuan(netFen)} 元`,
    `${yuan(money.amountFen)} of ${yuan(netFen)} yuan sent`,
  ];
  const isAll = money.amountFen >= netFen;
  const tone = isAll ? 'good' : isPastPayDay(payOn, today) ? 'late' : 'waiting';
  return step(id, tone, words, { amountFen: money.amountFen, dueOn: payOn, on: money.on });
}

function credited({ teams, payOn, netFen, credited: money }: MoneyFacts, today: PlainDate): MoneyStep {
  const id = 'credited';
  if (teams.filed === 0) return step(id, 'noData', ['还没有工资表', 'No payroll yet'], { dueOn: payOn });
  const words: Words =
    money.shortFen === 0
      ? [`到账 ${yuan(money.amountFen)} 元`, `${yuan(money.amountFen)} yuan credited`]
      : [
          `到账 ${yuan(money.amountFen)} 元，共 ${yuan(netFen)} 元，还差 ${yuan(money.shortFen)} 元`,
          `${yuan(money.amountFen)} of ${yuan(netFen)} yuan credited, ${yuan(money.shortFen)} missing`,
        ];
  const tone = money.shortFen === 0 ? 'good' : isPastPayDay(payOn, today) ? 'late' : 'waiting';
  return step(id, tone, words, { amountFen: money.amountFen, dueOn: payOn, on: money.on });
}
