import type { ProjectAction, ProjectView } from '../../core/contract/projects.ts';
import type { Ctx } from '../../platform/context.ts';
import { isOfficeOf } from '../../platform/office-reach.ts';
import { companyNamesOf } from '../companies/index.ts';
import { ownSites } from './own-project.ts';
import type { ProjectRecord } from './project.model.ts';

type Reader = Pick<Ctx, 'actor' | 'grants'>;
type Site = Pick<ProjectRecord, 'state' | 'areaCode' | 'parties'>;

/** What is merged is a page of the past; the rest is its office's to correct, and its general contractor's. */
async function actionsFor(ctx: Reader): Promise<(project: Site) => ProjectAction[]> {
  const isOwnSite = await ownSites(ctx);
  return (project) => {
    if (project.state === 'merged') return [];
    if (isOfficeOf(ctx, project.areaCode)) return ['edit', 'merge'];
    return isOwnSite(project) ? ['edit'] : [];
  };
}

export const projectActions = async (project: Site, ctx: Reader): Promise<ProjectAction[]> =>
  (await actionsFor(ctx))(project);

export async function projectViews(projects: readonly ProjectRecord[], ctx: Ctx): Promise<ProjectView[]> {
  const names = await companyNamesOf(
    projects.flatMap(({ parties }) => parties.map(({ companyId }) => companyId)),
  );
  const actionsOf = await actionsFor(ctx);
  return projects.map((project) => {
    const { _id, version, code, name, areaCode, site, parties, state, createdAt } = project;
    const { investmentType, industryDepartment, startedOn, mergedIntoId } = project;
    return {
      id: String(_id),
      version,
      code,
      name,
      areaCode,
      site,
      ...(investmentType === undefined ? {} : { investmentType }),
      ...(industryDepartment === undefined ? {} : { industryDepartment }),
      parties: parties.map(({ role, companyId }) => ({
        role,
        companyId,
        companyName: names.get(companyId) ?? '',
      })),
      state,
      ...(startedOn === undefined ? {} : { startedOn }),
      ...(mergedIntoId === undefined ? {} : { mergedIntoId }),
      createdAt: createdAt.toISOString(),
      actions: actionsOf(project),
    };
  });
}

export async function projectView(project: ProjectRecord, ctx: Ctx): Promise<ProjectView> {
  const [view] = await projectViews([project], ctx);
  if (view === undefined) throw new Error('One project makes one view');
  return view;
}
