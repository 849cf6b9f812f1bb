import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { ProjectState, ProjectView } from '../../core/contract/projects.ts';
import { inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { searchFilter } from '../../platform/search/index.ts';
import { projectsWithin } from './project-reach.ts';
import { projectViews } from './project-view.ts';
import type { ProjectRecord } from './project.model.ts';
import { Projects } from './project.model.ts';

export interface ListProjects extends PageQuery {
  /** Part of a name, site or code, or initials. */
  q?: string;
  areaCode?: string;
  /** Projects that stand for themselves when missing. */
  state?: ProjectState;
  companyId?: string;
}

export const PROJECT_SORTS = { name: 'name', startedOn: 'startedOn', createdAt: 'createdAt' } as const;

const STANDING: readonly ProjectState[] = ['building', 'suspended', 'finished'];

/** The projects this reader may see, filtered and sorted, a page at a time; `total` counts all that match. */
export async function listProjects(query: ListProjects, ctx: Ctx): Promise<Page<ProjectView>> {
  const { q, areaCode, state, companyId } = query;
  const limits = {
    $and: [
      await projectsWithin(ctx),
      { state: state ?? { $in: STANDING } },
      ...(areaCode === undefined ? [] : [inArea(areaCode)]),
      ...(companyId === undefined ? [] : [{ 'parties.companyId': companyId }]),
      ...(q === undefined ? [] : [searchFilter(q)]),
    ],
  };
  const page = await keysetPage<ProjectRecord>(Projects, {
    sorts: PROJECT_SORTS,
    fallback: '-createdAt',
    limits,
    query,
  });
  return { ...page, items: await projectViews(page.items, ctx) };
}
