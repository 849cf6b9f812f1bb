import type { ClaimView } from '../../core/contract/claims.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import type { ClaimRecord } from './claim.model.ts';
import { Claims } from './claim.model.ts';
import { claimView } from './claim-view.ts';
import { getCaseRecord } from './move-case.ts';
import { findPaymentsOf } from './payment.model.ts';

/** What the sheet can be ordered by, and the stored field for it. */
export const CLAIM_SORTS = { entered: '_id' } as const;

/** The arrears sheet of a case: people in the order they were entered, with what they got (index caseId+removed). */
export async function listClaims(caseId: string, query: PageQuery, ctx: Ctx): Promise<Page<ClaimView>> {
  const record = await getCaseRecord(caseId, ctx);
  const page = await keysetPage<ClaimRecord>(Claims, {
    sorts: CLAIM_SORTS,
    fallback: 'entered',
    limits: { caseId, removed: false },
    query,
  });
  const payments = await findPaymentsOf(page.items.map(({ _id }) => String(_id)));
  return { ...page, items: page.items.map((claim) => claimView(claim, payments, record, ctx)) };
}
