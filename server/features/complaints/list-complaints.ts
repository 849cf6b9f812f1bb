import type { ComplaintRow, ListComplaints } from '../../core/contract/complaints.ts';
import { isMobile } from '../../core/kit/identity-numbers.ts';
import type { Page } from '../../core/contract/page.ts';
import { isReceiptNumber } from '../../core/kit/receipt-number.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { dueRange } from '../../core/law/due-range.ts';
import { areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { searchFilter } from '../../platform/search/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { complaintSecrets } from './complaint.model.ts';
import { LISTED_COMPLAINTS } from './complaint-queries.model.ts';
import type { ComplaintFilter } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { officeOf, queueLimit } from './complaint-reach.ts';
import { complaintRow } from './complaint-row.ts';
import { COMPLAINT_SORTS } from './complaints.schemas.ts';

/** The queue of this reader, filtered and sorted, a page at a time; `total` counts all that match. */
export async function listComplaints(query: ListComplaints, ctx: Ctx): Promise<Page<ComplaintRow>> {
  const calendar = await loadCalendar(ctx.grants[0]?.areaCode ?? '');
  const page = await keysetPage<ComplaintRecord>(LISTED_COMPLAINTS, {
    sorts: COMPLAINT_SORTS,
    fallback: 'nextDueOn',
    limits: { $and: [queueLimit(ctx, query.offered === true), ...filtersOf(query, calendar, ctx)] },
    query,
  });
  const items = await Promise.all(page.items.map((complaint) => complaintRow(complaint, calendar, ctx)));
  return { ...page, items };
}

const EQUAL = ['state', 'open', 'channel', 'intakeKind', 'projectId', 'employerId'] as const;

function filtersOf(query: ListComplaints, calendar: Calendar, ctx: Ctx): ComplaintFilter[] {
  const { q, areaCode, due, group, mine, pending } = query;
  const range = due === undefined ? {} : dueRange(due, ctx.today, calendar);
  return [
    ...EQUAL.filter((key) => query[key] !== undefined).map((key) => ({ [key]: query[key] })),
    ...(areaCode === undefined ? [] : [within(areaCode)]),
    ...between('nextDueOn', range.from, range.to),
    ...between('owedFen', query.owedFrom, query.owedTo),
    ...between('receivedOn', query.receivedFrom, query.receivedTo),
    ...(group === undefined ? [] : [{ isGroup: group }]),
    ...(mine === true && ctx.actor.kind === 'user' ? [{ ownerId: ctx.actor.userId }] : []),
    ...(pending === true ? [{ pending: 'refusal' }] : []),
    ...(q === undefined ? [] : [searched(q)]),
  ];
}

function within(areaCode: string): ComplaintFilter {
  const office = officeOf(areaCode);
  if (areaCode.length < 6) return { officeCode: areaRange(areaCode) };
  return areaCode === office ? { officeCode: office } : { officeCode: office, areaCode: areaRange(areaCode) };
}

function between(field: string, from: unknown, to: unknown): ComplaintFilter[] {
  if (from === undefined && to === undefined) return [];
  return [
    { [field]: { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lte: to }) } },
  ];
}

/** A whole phone finds complaints only: that somebody reported is told to nobody who asks for his number. */
function searched(q: string): ComplaintFilter {
  const digits = q.replace(/[\s-]/gu, '');
  const phone = isMobile(digits) ? digits : null;
  if (phone !== null) return { ...complaintSecrets.where('phone', phone), intakeKind: 'COMPLAINT' };
  return isReceiptNumber(digits) ? { receiptNumber: digits } : searchFilter(q);
}
