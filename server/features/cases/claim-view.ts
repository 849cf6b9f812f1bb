import type { ClaimState, ClaimView, PaymentView } from '../../core/contract/claims.ts';
import type { Ctx } from '../../platform/context.ts';
import { knowsReporters } from './case-reach.ts';
import type { CaseRecord } from './case.record.ts';
import type { ClaimRecord } from './claim.model.ts';
import { shownPerson } from './claim.model.ts';
import type { PaymentRecord } from './payment.model.ts';

/** One person of the sheet as this reader may see it: who made a report is shown to the case's inspectors alone. */
export function claimView(
  claim: ClaimRecord,
  payments: readonly PaymentRecord[],
  record: Pick<CaseRecord, 'inspectorIds'>,
  ctx: Pick<Ctx, 'actor' | 'grants'>,
): ClaimView {
  const identityHidden = claim.identityHidden && !knowsReporters(record, ctx);
  const { months, owedFen, seenFen, reportedFen } = claim;
  return {
    id: String(claim._id),
    version: claim.version,
    caseId: claim.caseId,
    ...(identityHidden ? {} : shownPerson(claim)),
    identityHidden,
    months,
    owedFen,
    seenFen,
    reportedFen,
    state: claimState(claim),
    isMember: claim.memberId !== undefined,
    toCheck: claim.toCheck === true,
    payments: payments.filter(({ claimId }) => claimId === String(claim._id)).map(paymentView),
  };
}

/** How it stands with one row: who left and who is owed nothing are neither paid nor waited for. */
export function claimState(claim: ClaimRecord): ClaimState {
  if (claim.leftOn !== undefined) return 'left';
  if (isPaid(claim)) return 'paid';
  if (claim.seenFen > 0) return 'partly';
  return claim.foundNothingOn !== undefined && claim.owedFen === 0 ? 'nothingOwed' : 'open';
}

/** Somebody of whom no arrears are entered yet has not been paid. */
const isPaid = ({ owedFen, seenFen }: Pick<ClaimRecord, 'owedFen' | 'seenFen'>): boolean =>
  owedFen > 0 && seenFen >= owedFen;

export function paymentView(payment: PaymentRecord): PaymentView {
  const { version, claimId, fen, paidOn, means, state, receivedFen, answeredOn, fileIds, note } = payment;
  return {
    id: String(payment._id),
    version,
    claimId,
    fen,
    paidOn,
    means,
    state,
    ...(receivedFen === undefined ? {} : { receivedFen }),
    ...(answeredOn === undefined ? {} : { answeredOn }),
    fileIds,
    ...(note === undefined ? {} : { note }),
  };
}
