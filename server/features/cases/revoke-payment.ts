import type { ClaimView } from '../../core/contract/claims.ts';
import type { Fen } from '../../core/kit/money.ts';
import { subtractFen, ZERO_FEN } from '../../core/kit/money.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { knowsReporters } from './case-reach.ts';
import type { CaseRecord } from './case.record.ts';
import { changeClaim, findClaim } from './claim.model.ts';
import { claimView } from './claim-view.ts';
import { getCaseRecord, stepCase } from './move-case.ts';
import type { PaymentRecord } from './payment.model.ts';
import { findPayment, findPaymentsOf, revokeRecorded } from './payment.model.ts';
import { addUpCase, isAllSeen } from './sheet-totals.ts';

/**
 * A payment the office recorded by mistake is taken back, with the reason; it stays on record as revoked. What the
 * worker has answered is his own word and not the office's to take back.
 */
export async function revokePayment(
  id: string,
  version: number,
  { reason }: { reason: string },
  ctx: Ctx,
): Promise<ClaimView> {
  return inTransaction(async () => {
    const payment = await findPayment(id);
    const claim = payment === null ? null : await findClaim(payment.claimId);
    if (payment === null || claim === null) throw new AppError('notFound');
    const record = await getCaseRecord(claim.caseId, ctx);
    if (claim.identityHidden && !knowsReporters(record, ctx)) throw new AppError('forbidden');
    let changed = claim;
    const step = { id: claim.caseId, action: 'recordPayment', version: record.version } as const;
    const saved = await stepCase(step, ctx, async () => {
      if (payment.version !== version) throw new AppError('staleVersion');
      if (!isRevocable(payment)) throw new AppError('conflict', { state: payment.state });
      await revokeRecorded(payment);
      const { seen, reported } = countedIn(payment);
      const after = await changeClaim(claim, {
        seenFen: subtractFen(claim.seenFen, seen),
        reportedFen: subtractFen(claim.reportedFen, reported),
      });
      if (after === null) throw new AppError('staleVersion');
      changed = after;
      const totals = await addUpCase(claim.caseId, record.complaintIds);
      const facts = { paymentId: id, fen: payment.fen, revoked: true };
      return { set: { ...totals }, reason, facts, deadlines: runningAgain(record, isAllSeen(totals)) };
    });
    return claimView(changed, await findPaymentsOf([String(claim._id)]), saved, ctx);
  });
}

const isRevocable = ({ state, answeredOn }: PaymentRecord): boolean =>
  state === 'waiting' || (state === 'seen' && answeredOn === undefined);

const countedIn = ({ state, fen }: PaymentRecord): { seen: Fen; reported: Fen } =>
  state === 'seen' ? { seen: fen, reported: ZERO_FEN } : { seen: ZERO_FEN, reported: fen };

/** An order that seemed obeyed in full is not: its period runs as if it had never been met. */
function runningAgain({ state, deadlines }: CaseRecord, isAllPaid: boolean): Deadline[] {
  const last = deadlines.findLast(({ period }) => period === 'rectification');
  if (state !== 'ordered' || isAllPaid || last?.metOn === undefined) return deadlines;
  const { metOn: _, ...running } = last;
  return deadlines.map((one) => (one === last ? running : one));
}
