import type { ClaimView } from '../../core/contract/claims.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { changeClaim } from './claim.model.ts';
import { moveClaim } from './move-claim.ts';

/** The inspector has looked at what came to the sheet by itself: it stands as it is. */
export async function checkClaim(
  id: string,
  version: number,
  { note }: { note?: string },
  ctx: Ctx,
): Promise<ClaimView> {
  return moveClaim(id, version, ctx, async (claim) => {
    if (claim.toCheck !== true) throw new AppError('staleVersion');
    return {
      claim: await changeClaim(claim, {}, {}, ['toCheck']),
      ...(note === undefined ? {} : { reason: note }),
      facts: { claimId: id, checked: true },
    };
  });
}
