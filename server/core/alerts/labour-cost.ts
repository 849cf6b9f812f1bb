import type { Fen } from '../kit/money.ts';
import { fen, sumFen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { payMonthOf } from '../kit/plain-date.ts';
import type { MonthFacts, ProjectFacts } from './facts.ts';
import { beganOn, isOver } from './works.ts';

/** Labour cost of one month: what is due and what of all money received falls to it. */
export interface LabourCostDue {
  month: MonthFacts['month'];
  dueOn: PlainDate;
  /** Absent where a share of the progress is agreed: nobody knows the amount before it is measured. */
  dueFen?: Fen;
  receivedFen: Fen;
}

/**
 * Which labour cost is the owner to pay, and what of it has come? Nothing is due before the works or after they are
 * finished; after the months planned nothing more of a fixed sum is agreed; while the works stand still only months in
 * which somebody worked ask for it. What comes late or in advance is counted to the oldest month that still lacks money,
 * so that a month paid late does not stay unpaid for ever.
 * @example 100 due in September and in October, nothing in September and 150 in October: October lacks 50
 * @law REG-29-1
 */
export function labourCostDues(facts: ProjectFacts): LabourCostDue[] {
  let left: number = sumFen(facts.months.map(({ labourCost }) => labourCost?.receivedFen ?? fen(0)));
  return facts.months
    .filter((month) => isDue(month, facts))
    .flatMap(({ month, labourCost }) => (labourCost === undefined ? [] : [{ month, ...labourCost }]))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map(({ month, dueOn, dueFen }) => {
      if (dueFen === undefined) return { month, dueOn, receivedFen: receivedSince(facts.months, month) };
      const receivedFen = fen(Math.min(left, dueFen));
      left -= receivedFen;
      return { month, dueOn, dueFen, receivedFen };
    });
}

function isDue({ month, labourCost, teams }: MonthFacts, facts: ProjectFacts): boolean {
  const [began, until] = [beganOn(facts), facts.contract?.plannedUntil];
  if (labourCost === undefined || isOver(facts)) return false;
  if (began !== undefined && labourCost.dueOn < began) return false;
  if (labourCost.dueFen !== undefined && until !== undefined && month > payMonthOf(until)) return false;
  if (facts.project.state !== 'suspended') return true;
  return teams.some(({ attendedPeople = 0, sheet }) => attendedPeople > 0 || sheet !== undefined);
}

/** Without an agreed amount, what comes in later settles what was due before. */
function receivedSince(months: readonly MonthFacts[], from: MonthFacts['month']): Fen {
  const later = months.filter(({ month }) => month >= from);
  return sumFen(later.map(({ labourCost }) => labourCost?.receivedFen ?? fen(0)));
}
