import type { ClaimView } from '../../core/contract/claims.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { knowsReporters } from './case-reach.ts';
import type { CaseRecord } from './case.record.ts';
import type { ClaimRecord } from './claim.model.ts';
import { findClaim } from './claim.model.ts';
import { claimView } from './claim-view.ts';
import { getCaseRecord, stepCase } from './move-case.ts';
import { findPaymentsOf } from './payment.model.ts';
import { addUpCase } from './sheet-totals.ts';

/** What happened to a row of the sheet, for the history of its case. */
export interface ClaimMove {
  claim: ClaimRecord | null;
  reason?: string;
  facts: Record<string, string | number | boolean>;
}

/**
 * A change of one row of the sheet: open to who may edit the sheet in this state, saved if nobody was faster, the
 * case's figures with it. A row whose person is hidden from the reader is changed by the case's inspectors alone.
 */
export async function moveClaim(
  id: string,
  version: number,
  ctx: Ctx,
  change: (claim: ClaimRecord, record: CaseRecord) => Promise<ClaimMove>,
): Promise<ClaimView> {
  return inTransaction(async () => {
    const claim = await findClaim(id);
    if (claim === null) throw new AppError('notFound');
    const record = await getCaseRecord(claim.caseId, ctx);
    if (claim.identityHidden && !knowsReporters(record, ctx)) throw new AppError('forbidden');
    let changed = claim;
    const step = { id: claim.caseId, action: 'editClaims', version: record.version } as const;
    const saved = await stepCase(step, ctx, async () => {
      if (claim.version !== version) throw new AppError('staleVersion');
      const { claim: after, ...told } = await change(claim, record);
      if (after === null) throw new AppError('staleVersion');
      changed = after;
      return { ...told, set: { ...(await addUpCase(claim.caseId, record.complaintIds)) } };
    });
    return claimView(changed, await findPaymentsOf([id]), saved, ctx);
  });
}
