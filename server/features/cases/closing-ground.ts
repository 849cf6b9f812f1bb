import type { CaseView, ClosureCode } from '../../core/contract/cases.ts';
import { formatYuan } from '../../core/kit/money.ts';
import { AppError } from '../../platform/app-error.ts';
import { unpaidOf } from './case-view.ts';
import type { CaseRecord } from './case.record.ts';
import { findJoined } from './joined-complaints.ts';
import { addUpCase, isAllSeen } from './sheet-totals.ts';

/**
 * May the case end with this code? Closed means paid: PAID needs every person's money seen in full, the part payment
 * some money seen, a withdrawal every complaint withdrawn. Looked at when it is asked for and again when it is
 * approved, because money and words may have come in between.
 */
export async function checkGround(record: CaseRecord, code: ClosureCode): Promise<void> {
  if (code === 'WITHDRAWN') {
    const complaints = await findJoined(record.complaintIds);
    if (complaints.some(({ state }) => state !== 'withdrawn' && state !== 'merged'))
      throw new AppError('complaintsStand');
    return;
  }
  if (code !== 'PAID' && code !== 'PAID_PART_REST_ARBITRATION') return;
  const totals = await addUpCase(String(record._id), record.complaintIds);
  if (code === 'PAID' && !isAllSeen(totals)) throw notAllPaid(unpaidOf(totals));
  if (code === 'PAID_PART_REST_ARBITRATION' && totals.seenFen === 0) throw new AppError('noMoneySeen');
}

const notAllPaid = ({ people, fen }: CaseView['unpaid']): AppError =>
  new AppError('notAllPaid', { people, fen, yuan: formatYuan(fen) });
