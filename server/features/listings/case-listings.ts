import type { CaseListings } from '../../core/contract/listings.ts';
import { LISTED_PARTIES } from '../../core/contract/listings.ts';
import { orderToRestOn } from '../../core/listings/payment-orders.ts';
import type { Fen } from '../../core/kit/money.ts';
import { OPEN, UNOPENED } from '../../core/lives/life-table.ts';
import type { Ctx } from '../../platform/context.ts';
import { actionsOpen } from '../../platform/lives/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { getCaseRecord } from '../cases/index.ts';
import { companyRefsOf } from '../companies/index.ts';
import { crimeAmounts, LISTING_KIND, listingRoles, listingsWithin } from './listing-kind.ts';
import { listingRows } from './list-listings.ts';
import { listingsOfCase } from './listing.model.ts';
import { isCasePaid } from './open-listing.ts';

/** The listings of one case, and how another one is opened, or in words why it is not possible yet. */
export async function caseListings(caseId: string, ctx: Ctx): Promise<CaseListings> {
  const theCase = await getCaseRecord(caseId, ctx);
  const { officeCode, owedFen, seenFen, headcount } = theCase;
  const found = await listingsOfCase(caseId, listingsWithin(ctx));
  const now = {
    ...{ state: UNOPENED, facts: {}, deadlines: [], area: {}, today: ctx.today },
    ...{ calendar: await loadCalendar(officeCode), isPaid: isCasePaid(theCase) },
    order: orderToRestOn(theCase, ctx.today),
    crime: await crimeAmounts(officeCode, ctx.today),
  };
  const roles = listingRoles(theCase, ctx);
  const open = actionsOpen({ table: LISTING_KIND.table, now, roles }, ctx).find(
    ({ action }) => action === OPEN,
  );
  const ids = LISTED_PARTIES.flatMap((party) => theCase[party]?.companyId ?? []);
  const companies = await companyRefsOf(ids);
  return {
    items: await listingRows(found, ctx),
    ...(open === undefined ? {} : { open }),
    parties: LISTED_PARTIES.flatMap((party) => {
      const one = theCase[party];
      if (one === undefined) return [];
      const head = companies.get(one.companyId ?? '')?.legalRepresentative;
      return [{ party, name: one.name, ...(head === undefined ? {} : { legalRepresentative: head }) }];
    }),
    suggested: { owedFen: Math.max(owedFen - seenFen, 0) as Fen, headcount }, // whole fen less whole fen
  };
}
