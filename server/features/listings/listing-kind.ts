import type { ListingNow, ListingRole } from '../../core/listings/listing-now.ts';
import { LISTING } from '../../core/listings/listing-table.ts';
import { areaLimit } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LifeKind } from '../../platform/lives/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { holdFiles } from '../files/index.ts';
import { findParameters } from '../parameters/index.ts';
import { Listings } from './listing.model.ts';
import type { ListingRecord } from './listing.record.ts';

type Reader = Pick<Ctx, 'actor' | 'grants'>;

/** The listings a reader may see: those of his areas. */
export const listingsWithin = (reader: Reader): Record<string, unknown> => areaLimit(reader);

/** As whom this reader acts on what lies in the area; leaders and auditors read. */
export function listingRoles({ areaCode }: { areaCode: string }, { actor }: Reader): ListingRole[] {
  if (actor.kind === 'system') return ['inspector', 'bureauHead'];
  if (actor.kind !== 'user') return [];
  const near = actor.grants.filter((grant) => areaCode.startsWith(grant.areaCode));
  const roles = ['inspector', 'bureauHead'] as const;
  return roles.filter((role) => near.some((grant) => grant.role === role));
}

/** From which sums the crime is prosecuted in the area, where it has set them. @law CRM-2 */
export async function crimeAmounts(officeCode: string, today: Ctx['today']): Promise<ListingNow['crime']> {
  const set = await findParameters(['crimeAmountOneWorker', 'crimeAmountGroup'], officeCode, today);
  const { crimeAmountOneWorker: one, crimeAmountGroup: group } = set;
  return {
    ...(typeof one === 'number' ? { oneWorkerFen: one } : {}),
    ...(typeof group === 'number' ? { groupFen: group } : {}),
  };
}

export const LISTING_KIND: LifeKind<ListingRecord, ListingNow> = {
  table: LISTING,
  model: Listings,
  subject: 'listing',
  ground: async ({ officeCode, order }, { today }) => ({
    ...{ today, calendar: await loadCalendar(officeCode), area: {}, order, isPaid: false },
    crime: await crimeAmounts(officeCode, today),
  }),
  roles: listingRoles,
  hold: async (fileIds, holder, ctx) => {
    await holdFiles(fileIds, holder, ctx, { purposes: ['evidence', 'document'], field: 'given.fileIds' });
  },
};
