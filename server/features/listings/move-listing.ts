import type { ListingView } from '../../core/contract/listings.ts';
import type { FieldValue } from '../../core/lives/field.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { getLife, moveLife } from '../../platform/lives/index.ts';
import { touchProjectsOf } from '../../platform/touched-projects.ts';
import { demandNotRecused, getCaseRecord } from '../cases/index.ts';
import { companyIdsHeadedBy } from '../companies/index.ts';
import { daysAfter } from './after-step.ts';
import { LISTING_KIND, listingsWithin } from './listing-kind.ts';
import { listingView } from './listing-view.ts';
import type { ListingRecord } from './listing.record.ts';
import { tellListing } from './tell-listing.ts';

export interface ListingStep {
  id: string;
  action: string;
  version: number;
  given: Record<string, FieldValue>;
}

/** One step of a listing; who has to stay away from the case takes none. */
export function moveListing(step: ListingStep, ctx: Ctx): Promise<ListingView> {
  return inTransaction(async () => {
    const { caseId } = await getLife(LISTING_KIND, step.id, listingsWithin(ctx));
    demandNotRecused(await getCaseRecord(caseId, ctx), ctx);
    return listingView(await stepListing(step, ctx), ctx);
  });
}

/**
 * The step itself: the days on the list follow, the sites of the company, and of those headed by somebody who is listed
 * with it, are looked at again, people are told.
 */
export function stepListing(step: ListingStep, ctx: Ctx): Promise<ListingRecord> {
  return moveLife(LISTING_KIND, step, listingsWithin(ctx), ctx, (record, taken) => {
    const set = daysAfter(record, step.action, taken);
    return {
      set,
      ...(set.listedUntil === undefined ? {} : { facts: { listedUntil: set.listedUntil } }),
      andAlso: async (changed) => {
        if (set.listedUntil !== undefined) await touchProjectsOf(await companiesTold(changed));
        await tellListing(changed, step.action, ctx);
      },
    };
  });
}

const companiesTold = async ({ companyId, personNames }: ListingRecord): Promise<string[]> => [
  ...(companyId === undefined ? [] : [companyId]),
  ...(await companyIdsHeadedBy(personNames)),
];
