import type { MyComplaint, MyPayment } from '../../core/contract/tracking.ts';
import { ZERO_FEN } from '../../core/kit/money.ts';
import { listOwnPayments, ownMoney } from '../cases/index.ts';
import type { CaseProgress } from '../cases/index.ts';
import type { ComplaintRecord } from '../complaints/index.ts';

export interface MyMoney {
  money: MyComplaint['money'];
  payments: MyPayment[];
  /** The person stands on the sheet of the case by this phone. */
  isOnSheet: boolean;
}

/**
 * The reader's own money in the case. Who does not stand on its sheet by this phone, but speaks for a group, sees
 * what the case as a whole is owed and has seen; anybody else what he stated.
 */
export async function myMoney(
  complaint: ComplaintRecord,
  caseId: string | undefined,
  progress: CaseProgress | null,
  phone: string | null,
): Promise<MyMoney> {
  const stated = { owedFen: complaint.owedFen, seenFen: ZERO_FEN };
  if (caseId === undefined || progress === null) return { money: stated, payments: [], isOnSheet: false };
  const own = phone === null ? null : await ownMoney(phone, caseId);
  if (own !== null && phone !== null)
    return { money: own, payments: await listOwnPayments(phone, caseId), isOnSheet: true };
  const { owedFen, seenFen } = progress;
  return { money: complaint.isGroup ? { owedFen, seenFen } : stated, payments: [], isOnSheet: false };
}

export const waitsForMe = (payments: readonly MyPayment[]): boolean =>
  payments.some(({ state }) => state === 'waiting');
