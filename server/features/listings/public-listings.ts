import type { ListPublicListings, PublicListing } from '../../core/contract/listings.ts';
import type { Page } from '../../core/contract/page.ts';
import { areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { personsOf } from './listed-person.model.ts';
import type { ListedPersonRecord } from './listed-person.model.ts';
import { Listings } from './listing.model.ts';
import type { ListingRecord } from './listing.record.ts';

const LAST = '\uffff';
/** Everything that begins with these words. */
const beginning = (q: string) => ({ $gte: q, $lt: `${q}${LAST}` });

/**
 * What the law publishes of the list, on the day somebody looks: nothing before its publication, nothing after the term or
 * after the removal was decided; no address, no identity number, nothing of the case.
 * @law BLK-9-1
 * @law BLK-17-1
 */
export async function publicListings(
  { q, areaCode, cursor, limit }: ListPublicListings,
  { today }: Pick<Ctx, 'today'>,
): Promise<Page<PublicListing>> {
  const asked = {
    ...(areaCode === undefined ? {} : { areaCode: areaRange(areaCode) }),
    ...(q === undefined ? {} : { $or: [{ companyName: beginning(q) }, { creditCode: q.toUpperCase() }] }),
  };
  const limits = {
    ...{ listedFrom: { $lte: today }, listedUntil: { $gte: today }, publishedOn: { $lte: today } },
    ...asked,
  };
  const query = { ...(cursor === undefined ? {} : { cursor }), ...(limit === undefined ? {} : { limit }) };
  const page = await keysetPage<ListingRecord>(Listings, {
    ...{ sorts: { listedFrom: 'listedFrom' }, fallback: '-listedFrom', limits, query },
  });
  const persons = await personsOf(page.items.map(({ _id }) => String(_id)));
  return { ...page, items: page.items.map((one) => publicListing(one, persons.get(String(one._id)) ?? [])) };
}

const written = (value: unknown): string => (typeof value === 'string' ? value : '');

function publicListing(
  { companyName, creditCode, facts, listedFrom, listedUntil }: ListingRecord,
  persons: readonly ListedPersonRecord[],
): PublicListing {
  return {
    companyName,
    ...(creditCode === undefined ? {} : { creditCode }),
    persons: persons.map(({ kind, name }) => ({ kind, name })),
    mainFacts: written(facts['mainFacts']),
    decisionNumber: written(facts['restoreNumber']) || written(facts['decisionNumber']),
    decidedOn: listedFrom,
    listedUntil,
  };
}
