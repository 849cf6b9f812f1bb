import type { Page } from '../../core/contract/page.ts';
import type { ListRetentionRecords, RetentionRecordRow } from '../../core/contract/retention.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { fileNumbersOf } from '../archive/index.ts';
import { companyNamesOf } from '../companies/index.ts';
import { projectRefsOf } from '../projects/index.ts';
import { teamsOfProjects } from '../roster/index.ts';
import { getRetentionRecord } from './list-retention-lists.ts';
import { RetentionItems } from './retention-item.model.ts';
import type { RetentionItem } from './retention-item.model.ts';
import { KIND_WORDS } from './retention-view.ts';

export const RECORD_SORTS = { kind: 'kind' } as const;

/**
 * What a list would delete, thing by thing, so that whoever decides has seen it: which site, firm, team and month, and how
 * much it holds. Nobody is named, because a list says nothing about anybody that outlives what it deletes.
 */
export async function listRetentionRecords(
  id: string,
  { kind, ...query }: ListRetentionRecords,
  ctx: Ctx,
): Promise<Page<RetentionRecordRow>> {
  const list = await getRetentionRecord(id, ctx);
  const page = await keysetPage<RetentionItem>(RetentionItems, {
    ...{ sorts: RECORD_SORTS, fallback: 'kind', query },
    limits: { listId: String(list._id), ...(kind === undefined ? {} : { kind }) },
  });
  return { ...page, items: await rowsOf(page.items) };
}

async function rowsOf(items: readonly RetentionItem[]): Promise<RetentionRecordRow[]> {
  // A case file stands in place of a project.
  const siteIds = items.flatMap((one) => (one.kind === 'caseFile' ? [] : [one.projectId]));
  const sites = await projectRefsOf(siteIds);
  const firms = await companyNamesOf(items.flatMap(({ companyIds }) => companyIds));
  const withTeams = items.flatMap((one) => (one.teamId === undefined ? [] : [one.projectId]));
  const teams = new Map((await teamsOfProjects([...new Set(withTeams)])).map((team) => [team.id, team.name]));
  const files = await fileNumbersOf(items.flatMap(({ caseFileId }) => caseFileId ?? []));
  return items.map((item) => {
    const { kind, payMonth, records, until, state, deleted } = item;
    const site = sites.get(item.projectId);
    const teamName = teams.get(item.teamId ?? '');
    const fileNumber = files.get(item.caseFileId ?? '');
    return {
      ...{ id: String(item._id), kind, label: KIND_WORDS[kind], records, until, state, deleted },
      ...(site === undefined ? {} : { projectName: site.name, projectCode: site.code }),
      companyNames: [...new Set(item.companyIds)].flatMap((one) => firms.get(one) ?? []),
      ...(teamName === undefined ? {} : { teamName }),
      ...(payMonth === undefined ? {} : { payMonth }),
      ...(fileNumber === undefined ? {} : { fileNumber }),
    };
  });
}
