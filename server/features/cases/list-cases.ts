import type { CaseRow, ListCases } from '../../core/contract/cases.ts';
import type { Page } from '../../core/contract/page.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import type { DueRange } from '../../core/law/due-range.ts';
import { dueRange } from '../../core/law/due-range.ts';
import { areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { searchFilterWithNames } from '../../platform/search/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { casesInReach, ownIds } from './case-reach.ts';
import { caseRow } from './case-view.ts';
import type { CaseRecord } from './case.record.ts';
import { Cases } from './case.model.ts';
import { hasCase } from './case-queries.model.ts';
import { nobodysFilter } from './office/nobodys.ts';
import { findClaimsByPhoneIndex, phoneIndexOf } from './claim.model.ts';

/** What the queue can be ordered by, and the stored field for it. */
export const CASE_SORTS = {
  nextDueOn: 'nextDueOn',
  filedAt: 'filedAt',
  owedFen: 'owedFen',
  headcount: 'headcount',
} as const;

/** Lists of other features ask by the next last day itself. */
type Asked = ListCases & { dueFrom?: PlainDate; dueTo?: PlainDate };

/** The cases this reader may see, filtered and sorted, what is due next first; `total` counts all that match. */
export async function listCases(query: Asked, ctx: Ctx): Promise<Page<CaseRow>> {
  const limits = { $and: [casesInReach(ctx), await filterOf(query, ctx)] };
  const page = await keysetPage<Readonly<CaseRecord>>(Cases, {
    sharedAs: 'cases',
    sorts: CASE_SORTS,
    fallback: 'nextDueOn',
    limits,
    query,
  });
  const calendars = new Map<string, Calendar>();
  for (const { officeCode } of page.items)
    if (!calendars.has(officeCode)) calendars.set(officeCode, await loadCalendar(officeCode));
  const items = page.items.flatMap((record) => {
    const calendar = calendars.get(record.officeCode);
    return calendar === undefined ? [] : [caseRow(record, calendar, ctx)];
  });
  return { ...page, items };
}

async function filterOf(query: Asked, ctx: Ctx): Promise<Record<string, unknown>> {
  const { state, open, areaCode, projectId, companyId, due, pending, closureCode } = query;
  const lists: Record<string, unknown>[] = await peopleFilters(query, ctx);
  if (query.q !== undefined) lists.push(await foundBy(query.q));
  if (due !== undefined) lists.push({ nextDueOn: between(await daysOf(due, ctx)) });
  return {
    ...(state === undefined ? {} : { state }),
    ...(open === undefined ? {} : { open }),
    ...(areaCode === undefined
      ? {}
      : { [areaCode.length > OFFICE ? 'areaCode' : 'officeCode']: within(areaCode) }),
    ...(projectId === undefined ? {} : { projectId }),
    ...(companyId === undefined ? {} : { companyIds: companyId }),
    ...(pending === undefined ? {} : { pending: { $exists: pending } }),
    ...(closureCode === undefined ? {} : { closureCode }),
    ...days('filedOn', query.filedFrom, query.filedTo),
    ...days('closedOn', query.closedFrom, query.closedTo),
    ...closureAsked(query),
    ...days('nextDueOn', query.dueFrom, query.dueTo),
    ...(lists.length === 0 ? {} : { $and: lists }),
  };
}

/** Whose cases: by name, by place on the case, one's own with those of whom one stands in for, or nobody's. */
async function peopleFilters(
  { inspectorId, leadId, coId, mine, nobodys }: ListCases,
  ctx: Ctx,
): Promise<Record<string, unknown>[]> {
  return [
    ...(inspectorId === undefined ? [] : [{ inspectorIds: inspectorId }]),
    ...(leadId === undefined ? [] : [{ inspectorIds: leadId, 'leadInspector.id': leadId }]),
    ...(coId === undefined ? [] : [{ inspectorIds: coId, 'coInspector.id': coId }]),
    ...(mine === true ? [{ inspectorIds: { $in: ownIds(ctx) } }] : []),
    ...(nobodys === true ? [await nobodysFilter(ctx)] : []),
  ];
}

/** Asked for in these days and not sent back. */
function closureAsked({ askedFrom, askedTo, notPaid }: ListCases): Record<string, unknown> {
  if (askedFrom === undefined && askedTo === undefined) return {};
  return {
    ...days('closure.askedOn', askedFrom, askedTo),
    'closure.outcome': { $ne: 'declined' },
    ...(notPaid === true ? { 'closure.code': { $ne: 'PAID' } } : {}),
  };
}

const OFFICE = 6;
const within = (areaCode: string): string | Record<string, string> =>
  areaCode.length === OFFICE ? areaCode : areaRange(areaCode);

const between = ({ from, to }: DueRange): Record<string, PlainDate> => ({
  ...(from === undefined ? {} : { $gte: from }),
  ...(to === undefined ? {} : { $lte: to }),
});
const days = (field: string, from?: PlainDate, to?: PlainDate): Record<string, unknown> =>
  from === undefined && to === undefined
    ? {}
    : { [field]: between({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }) };

/** The last days a due filter means, by the calendar of the reader's own area. */
export async function daysOf(due: NonNullable<ListCases['due']>, ctx: Ctx): Promise<DueRange> {
  return dueRange(due, ctx.today, await loadCalendar(ctx.grants[0]?.areaCode ?? ''));
}

const MOBILE = /^1[3-9]\d{9}$/u;

/** A whole phone finds the cases of the person who has it, unless he is somebody whose report hides him. */
async function foundBy(q: string): Promise<Record<string, unknown>> {
  // The number of a case is written with blanks; it is one word.
  if (!MOBILE.test(q.trim())) return searchFilterWithNames(q.replace(/第\s*(\d+)\s*号/u, '第$1号'), hasCase);
  const claims = await findClaimsByPhoneIndex(phoneIndexOf(q.trim()));
  const ids = claims.filter(({ identityHidden }) => !identityHidden).map(({ caseId }) => caseId);
  return { _id: { $in: [...new Set(ids)] } };
}
