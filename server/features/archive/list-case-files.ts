import type { CaseFileRow, ListCaseFiles } from '../../core/contract/archive.ts';
import type { Page } from '../../core/contract/page.ts';
import { areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { searchFilter } from '../../platform/search/index.ts';
import { casesInReach } from '../cases/index.ts';
import type { CaseFileRecord } from './case-file.model.ts';
import { CaseFiles } from './case-file.model.ts';
import { caseFileRow } from './case-file-view.ts';
import { yearsKept } from './years-kept.ts';

/** What the list can be ordered by, and the stored field for it. */
export const CASE_FILE_SORTS = { archivedOn: 'archivedOn', closedOn: 'closedOn', pages: 'pages' } as const;
const OFFICE = 6;

/** The archive of the reader's areas, newest first; files that were taken out again stand with their case alone. */
export async function listCaseFiles(query: ListCaseFiles, ctx: Ctx): Promise<Page<CaseFileRow>> {
  const page = await keysetPage<CaseFileRecord>(CaseFiles, {
    ...{ sorts: CASE_FILE_SORTS, fallback: '-archivedOn', query },
    limits: { $and: [casesInReach(ctx), filterOf(query)] },
  });
  const years = new Map<string, number | undefined>();
  for (const { officeCode } of page.items)
    if (!years.has(officeCode)) years.set(officeCode, await yearsKept(officeCode, ctx));
  return { ...page, items: page.items.map((file) => caseFileRow(file, years.get(file.officeCode))) };
}

function filterOf({ q, areaCode, state, archivedFrom, archivedTo }: ListCaseFiles): Record<string, unknown> {
  const days = {
    ...(archivedFrom === undefined ? {} : { $gte: archivedFrom }),
    ...(archivedTo === undefined ? {} : { $lte: archivedTo }),
  };
  return {
    ...(state === undefined ? { isCurrent: true } : { state }),
    ...(Object.keys(days).length === 0 ? {} : { archivedOn: days }),
    ...(areaCode === undefined
      ? {}
      : areaCode.length > OFFICE
        ? { areaCode: areaRange(areaCode) }
        : { officeCode: areaCode.length === OFFICE ? areaCode : areaRange(areaCode) }),
    ...(q === undefined ? {} : { $and: [searchFilter(q.replace(/第\s*(\d+)\s*号/u, '第$1号'))] }),
  };
}
