import { dayOf } from '../../core/lives/facts.ts';
import type { Ctx } from '../../platform/context.ts';
import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { onProceedingStep } from '../cases/index.ts';
import { openHeldFiles } from '../files/index.ts';
import { LISTING_KIND, listingsWithin } from './listing-kind.ts';
import { listingsOfCase, Listings, repointCompany } from './listing.model.ts';
import { stepListing } from './move-listing.ts';

registerMergeListener('company', (fromId, intoId) => repointCompany(fromId, intoId));

/**
 * A listing ends with the decision it rests on: whoever records that it was revoked has ended the listing, too, in the
 * same transaction.
 * @law BLK-16-1
 */
onProceedingStep(async ({ caseId, proceeding }, ctx) => {
  if (proceeding.kind !== 'decision' || proceeding.state !== 'revoked') return;
  const orderRevokedOn = dayOf(proceeding.facts, 'endedOn') ?? ctx.today;
  for (const { _id, version, state, order } of await listingsOfCase(caseId)) {
    const isOpen = LISTING_KIND.table.flow[state]?.['orderRevoked'] !== undefined;
    if (order.proceedingId !== proceeding.id || !isOpen) continue;
    const system: Ctx = { ...ctx, actor: { kind: 'system', name: 'listings' } };
    const step = { id: String(_id), action: 'orderRevoked', version, given: { orderRevokedOn } };
    await stepListing(step, system);
  }
});

/** Files that lie with a listing are open to the staff who handle it; a leader reads figures, not files. */
openHeldFiles('listing', async (id, _fileId, ctx) => {
  const grants = ctx.grants.filter(({ role }) => role === 'inspector' || role === 'bureauHead');
  const limits = listingsWithin({ actor: ctx.actor, grants });
  return (await Listings.exists({ $and: [{ _id: id }, limits] })) !== null;
});
