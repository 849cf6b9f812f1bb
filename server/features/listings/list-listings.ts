import type { ListingRow, ListingView, ListListings } from '../../core/contract/listings.ts';
import type { Page } from '../../core/contract/page.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { dueRange } from '../../core/law/due-range.ts';
import { areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { getLife } from '../../platform/lives/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { LISTING_KIND, listingsWithin } from './listing-kind.ts';
import { listingRow, listingView } from './listing-view.ts';
import { Listings } from './listing.model.ts';
import type { ListingRecord } from './listing.record.ts';
import { LISTING_SORTS } from './listings.schemas.ts';

/** The listings this reader may see, what is due next first; `total` counts all that match. */
export async function listListings(query: ListListings, ctx: Ctx): Promise<Page<ListingRow>> {
  const limits = { $and: [listingsWithin(ctx), await filterOf(query, ctx)] };
  const page = await keysetPage<ListingRecord>(Listings, {
    ...{ sorts: LISTING_SORTS, fallback: 'nextDueOn', limits, query },
  });
  return { ...page, items: await listingRows(page.items, ctx) };
}

async function filterOf(query: ListListings, ctx: Ctx): Promise<Record<string, unknown>> {
  const { state, onList, areaCode, companyId, caseId, due } = query;
  const today = ctx.today;
  const on = { listedFrom: { $lte: today }, listedUntil: { $gte: today } };
  const off = { $or: [{ listedFrom: { $gt: today } }, { listedUntil: { $lt: today } }] };
  const range = due === undefined ? {} : await daysOf(due, ctx);
  return {
    ...(state === undefined ? {} : { state }),
    ...(onList === undefined ? {} : onList ? on : off),
    ...(areaCode === undefined ? {} : { areaCode: areaRange(areaCode) }),
    ...(companyId === undefined ? {} : { companyId }),
    ...(caseId === undefined ? {} : { caseId }),
    ...(due === undefined ? {} : { nextDueOn: range }),
  };
}

async function daysOf(
  due: NonNullable<ListListings['due']>,
  { grants, today }: Ctx,
): Promise<Record<string, string>> {
  const { from, to } = dueRange(due, today, await loadCalendar(grants[0]?.areaCode ?? ''));
  return { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lte: to }) };
}

/** Lines of a list; each office's calendar is read once. */
export async function listingRows(records: readonly ListingRecord[], { today }: Ctx): Promise<ListingRow[]> {
  const calendars = new Map<string, Calendar>();
  const rows: ListingRow[] = [];
  for (const record of records) {
    const calendar = calendars.get(record.officeCode) ?? (await loadCalendar(record.officeCode));
    calendars.set(record.officeCode, calendar);
    rows.push(listingRow(record, calendar, today));
  }
  return rows;
}

/** One listing; that of an area out of reach is not there. */
export async function getListing(id: string, ctx: Ctx): Promise<ListingView> {
  return listingView(await getLife(LISTING_KIND, id, listingsWithin(ctx)), ctx);
}
