import type { MonthOwed } from '../../core/contract/deadlines.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { changeClaim, totalOf } from './claim.model.ts';
import { claimsOnSheet } from './claims-of-sheet.ts';
import { getCaseRecord, stepCase } from './move-case.ts';
import { addUpCase } from './sheet-totals.ts';

export interface SettledClaim {
  claimId: string;
  months: MonthOwed[];
}

/**
 * The sums of a settled arrears sheet become what the case claims, in the transaction of the caller. Who was taken off
 * the sheet since stays off, who came since keeps what he said. Who is owed nothing by it is marked so: he is neither
 * paid nor waited for. Money on record is never more than what is owed.
 */
export async function settleClaims(
  caseId: string,
  settled: readonly SettledClaim[],
  facts: Record<string, string | number | boolean>,
  ctx: Ctx,
): Promise<void> {
  const record = await getCaseRecord(caseId, ctx);
  const months = new Map(settled.map((one) => [one.claimId, one.months]));
  await stepCase({ id: caseId, action: 'editClaims', version: record.version }, ctx, async () => {
    const claims = (await claimsOnSheet(caseId)).filter(({ _id }) => months.has(String(_id)));
    const short = claims.filter((claim) => {
      const owed = totalOf(months.get(String(claim._id)) ?? []);
      return owed < claim.seenFen + claim.reportedFen;
    });
    if (short.length > 0) throw new AppError('arrearsBelowPaid', { count: short.length });
    for (const claim of claims) {
      const own = months.get(String(claim._id)) ?? [];
      const owedFen = totalOf(own);
      const isKnown = (claim.foundNothingOn !== undefined) === (owedFen === 0);
      if (isSame(own, claim.months) && isKnown) continue;
      const set = { months: own, owedFen };
      const changed = await (owedFen === 0
        ? changeClaim(claim, { ...set, foundNothingOn: ctx.today })
        : changeClaim(claim, set, {}, ['foundNothingOn']));
      if (changed === null) throw new AppError('staleVersion');
    }
    return { set: { ...(await addUpCase(caseId, record.complaintIds)) }, facts };
  });
}

const isSame = (a: readonly MonthOwed[], b: readonly MonthOwed[]): boolean =>
  a.length === b.length &&
  a.every((one, at) => one.payMonth === b[at]?.payMonth && one.owedFen === b[at].owedFen);
