import type { DocumentRow, ListDocuments } from '../../core/contract/documents.ts';
import type { Page } from '../../core/contract/page.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { searchFilter } from '../../platform/search/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { Documents } from './document.model.ts';
import { documentsInReach } from './document-reach.ts';
import type { DocumentRecord } from './document.record.ts';
import { documentRow } from './document-view.ts';

/** What the list can be ordered by, and the stored field for it. `nextDueOn`: what must be served first. */
export const DOCUMENT_SORTS = {
  createdAt: 'createdAt',
  issuedOn: 'issuedOn',
  nextDueOn: 'nextDueOn',
} as const;

/** The papers this reader may see, newest first; one list for a case, an office, a whole area. */
export async function listDocuments(query: ListDocuments, ctx: Ctx): Promise<Page<DocumentRow>> {
  const page = await keysetPage<DocumentRecord>(Documents, {
    sorts: DOCUMENT_SORTS,
    fallback: '-createdAt',
    limits: { $and: [documentsInReach(ctx), filterOf(query)] },
    query,
  });
  const calendars = new Map<string, Calendar>();
  const items: DocumentRow[] = [];
  for (const record of page.items) {
    const calendar = calendars.get(record.officeCode) ?? (await loadCalendar(record.officeCode));
    calendars.set(record.officeCode, calendar);
    items.push(documentRow(record, calendar, ctx));
  }
  return { ...page, items };
}

const OFFICE = 6;

function filterOf({ caseId, complaintId, kind, state, q, areaCode }: ListDocuments): Record<string, unknown> {
  return {
    ...(caseId === undefined ? {} : { caseId }),
    ...(complaintId === undefined ? {} : { complaintId }),
    ...(kind === undefined ? {} : { kind }),
    ...(state === undefined ? {} : { state }),
    ...(areaCode === undefined
      ? {}
      : areaCode.length > OFFICE
        ? { areaCode: areaRange(areaCode) }
        : { officeCode: areaCode.length === OFFICE ? areaCode : areaRange(areaCode) }),
    ...(q === undefined ? {} : { $and: [searchFilter(q.replace(/第\s*(\d+)\s*号/u, '第$1号'))] }),
  };
}
