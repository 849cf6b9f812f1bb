import type { ClaimView } from '../../core/contract/claims.ts';
import { ZERO_FEN } from '../../core/kit/money.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { changeClaim } from './claim.model.ts';
import { moveClaim } from './move-claim.ts';
import { findPaymentsOf, settlePayment } from './payment.model.ts';

/** A row entered by mistake is taken off the sheet, with the reason; not once money of that person was seen. */
export async function removeClaim(
  id: string,
  version: number,
  { reason }: { reason: string },
  ctx: Ctx,
): Promise<ClaimView> {
  return moveClaim(id, version, ctx, async (claim) => {
    if (claim.seenFen > 0) throw new AppError('moneySeen');
    for (const { _id, state } of await findPaymentsOf([id]))
      if (state === 'waiting') await settlePayment(_id, { state: 'revoked' });
    const { owedFen } = claim;
    const changed = await changeClaim(claim, { removed: true, reportedFen: ZERO_FEN });
    return { claim: changed, reason, facts: { claimId: id, owedFen, removed: true } };
  });
}
