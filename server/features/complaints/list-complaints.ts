import type { ComplaintRow, ListComplaints } from '../../core/contract/complaints.ts';
import { isMobile } from '../../core/kit/identity-numbers.ts';
import type { Page } from '../../core/contract/page.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { isReceiptNumber } from '../../core/kit/receipt-number.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { dueRange } from '../../core/law/due-range.ts';
import { areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { normaliseForSearch, searchFilterWithNames } from '../../platform/search/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { complaintSecrets } from './complaint.model.ts';
import { countComplaints, hasComplaint, listedComplaints } from './complaint-queries.model.ts';
import type { ComplaintFilter, IndexHint } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { officeOf, queueLimit } from './complaint-reach.ts';
import { complaintRow } from './complaint-row.ts';
import { COMPLAINT_SORTS } from './complaints.schemas.ts';

/** Lists of other features ask by the next last day itself. */
type AskedList = ListComplaints & { dueFrom?: PlainDate; dueTo?: PlainDate };

/** The queue of this reader, filtered and sorted, a page at a time; `total` counts all that match. */
export async function listComplaints(query: AskedList, ctx: Ctx): Promise<Page<ComplaintRow>> {
  const calendar = await loadCalendar(ctx.grants[0]?.areaCode ?? '');
  const reach = queueLimit(ctx, query.offered === true);
  const limits = { $and: [reach, ...(await filtersOf(query, calendar, ctx))] };
  const page = await keysetPage<Readonly<ComplaintRecord>>(await listOf(query, reach, limits), {
    sorts: COMPLAINT_SORTS,
    fallback: 'nextDueOn',
    limits,
    query,
    // How a search reads the queue hangs on what was counted before it.
    ...(query.q === undefined ? { sharedAs: 'complaints' } : {}),
  });
  const items = await Promise.all(page.items.map((complaint) => complaintRow(complaint, calendar, ctx)));
  return { ...page, items };
}

const EQUAL = ['state', 'open', 'channel', 'intakeKind', 'projectId', 'employerId'] as const;

async function filtersOf(query: AskedList, calendar: Calendar, ctx: Ctx): Promise<ComplaintFilter[]> {
  const { q, areaCode, due, group, mine, pending } = query;
  const range = due === undefined ? {} : dueRange(due, ctx.today, calendar);
  return [
    ...EQUAL.filter((key) => query[key] !== undefined).map((key) => ({ [key]: query[key] })),
    ...(areaCode === undefined ? [] : [within(areaCode)]),
    ...between('nextDueOn', range.from, range.to),
    ...between('nextDueOn', query.dueFrom, query.dueTo),
    ...between('owedFen', query.owedFrom, query.owedTo),
    ...between('receivedOn', query.receivedFrom, query.receivedTo),
    ...decidedBetween(query),
    ...(group === undefined ? [] : [{ isGroup: group }]),
    ...(mine === true && ctx.actor.kind === 'user' ? [{ ownerId: { $in: ownIds(ctx.actor) } }] : []),
    ...withdrawalAsked(query),
    ...(pending === true ? [{ pending: 'refusal' }] : []),
    ...(q === undefined ? [] : [await searched(q)]),
  ];
}

const ownIds = ({ userId, standsInFor = [] }: Extract<Ctx['actor'], { kind: 'user' }>): string[] => [
  userId,
  ...standsInFor.map((one) => one.userId),
];

/** Asked for in these days, and not found to be somebody else's wish. */
function withdrawalAsked({ withdrawalFrom, withdrawalTo }: ListComplaints): ComplaintFilter[] {
  const range = between('withdrawal.askedOn', withdrawalFrom, withdrawalTo);
  return range.length === 0 ? [] : [...range, { 'withdrawal.outcome': { $ne: 'doubted' } }];
}

function within(areaCode: string): ComplaintFilter {
  const office = officeOf(areaCode);
  if (areaCode.length < 6) return { officeCode: areaRange(areaCode) };
  return areaCode === office ? { officeCode: office } : { officeCode: office, areaCode: areaRange(areaCode) };
}

/** Days without a decision say nothing; a decision without days is one of any day. */
function decidedBetween({ decided, decidedFrom, decidedTo }: ListComplaints): ComplaintFilter[] {
  if (decided === undefined) return [];
  const range = between(`${decided}On`, decidedFrom, decidedTo);
  return range.length > 0 ? range : [{ [`${decided}On`]: { $exists: true } }];
}

function between(field: string, from: unknown, to: unknown): ComplaintFilter[] {
  if (from === undefined && to === undefined) return [];
  return [
    { [field]: { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lte: to }) } },
  ];
}

type Asked = { phone: string } | { receiptNumber: string } | { text: string };

/** What was typed: a whole phone, a whole receipt number, or part of a name. */
function askedBy(q: string): Asked {
  const digits = q.replace(/[\s-]/gu, '');
  const phone = isMobile(digits) ? digits : null;
  if (phone !== null) return { phone };
  return isReceiptNumber(digits) ? { receiptNumber: digits } : { text: q };
}

/** A whole phone finds complaints only: that somebody reported is told to nobody who asks for his number. */
async function searched(q: string): Promise<ComplaintFilter> {
  const asked = askedBy(q);
  if ('phone' in asked) return { ...complaintSecrets.where('phone', asked.phone), intakeKind: 'COMPLAINT' };
  return 'text' in asked ? searchFilterWithNames(asked.text, hasComplaint) : asked;
}

/**
 * Of a word that many records hold, a page is full sooner by walking the queue than by reading them all to sort them.
 * The walk is expected to look at one page's rows times (all ÷ matching).
 */
async function listOf(query: ListComplaints, reach: ComplaintFilter, limits: ComplaintFilter) {
  const hint = hintFor(query, reach);
  if (hint === undefined || !('grams' in hint)) return listedComplaints(hint);
  const matching = await countComplaints(limits, hint);
  const all = matching === 0 ? 0 : await countComplaints(reach);
  const rows = (query.limit ?? 50) + 1;
  return listedComplaints(matching * matching > rows * all ? undefined : hint, matching);
}

/** The index of what few records have; none where the queue itself is read. */
function hintFor(query: ListComplaints, reach: ComplaintFilter): IndexHint | undefined {
  const { q, projectId, employerId, mine, pending } = query;
  const asked = q === undefined ? null : askedBy(q);
  if (asked !== null && 'receiptNumber' in asked) return { receiptNumber: 1 };
  if (asked !== null && 'phone' in asked) return { phoneIndex: 1 };
  if (projectId !== undefined) return { projectId: 1 };
  if (employerId !== undefined) return { employerId: 1 };
  if (mine === true) return { ownerId: 1 };
  if (pending === true) return { pending: 1, officeCode: 1 };
  const oneOffice = typeof reach['officeCode'] === 'string';
  if (asked === null || normaliseForSearch(asked.text) === '') return undefined;
  return oneOffice ? { officeCode: 1, grams: 1 } : { grams: 1 };
}
