import type { Deadline } from '../../core/law/deadline.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { meetOn } from './case-clock.ts';
import { lastPaymentsOf } from './case-record-of-companies.ts';
import type { CaseTotals } from './sheet-totals.ts';
import { isAllSeen } from './sheet-totals.ts';

/**
 * Obeyed in full once everybody's money is seen: the order's period is met on the day of the last payment, however late
 * the office enters it. Nothing while anybody's is missing.
 * @law INS-26-1
 */
export async function metByPayment(
  caseId: string,
  deadlines: readonly Deadline[],
  totals: CaseTotals,
  { today }: { today: PlainDate },
): Promise<{ deadlines?: Deadline[] }> {
  if (!isAllSeen(totals)) return {};
  const paidOn = (await lastPaymentsOf([caseId])).get(caseId) ?? today;
  return { deadlines: meetOn(deadlines, ['rectification'], paidOn) };
}
