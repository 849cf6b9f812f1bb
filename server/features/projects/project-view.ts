import type { ProjectAction, ProjectView } from '../../core/contract/projects.ts';
import type { Ctx } from '../../platform/context.ts';
import { isOfficeOf } from '../../platform/office-reach.ts';
import { companyNamesOf } from '../companies/index.ts';
import type { ProjectRecord } from './project.model.ts';

/** What is merged is a page of the past; the rest is its office's to correct. */
export const projectActions = (
  project: ProjectRecord,
  ctx: Pick<Ctx, 'actor' | 'grants'>,
): ProjectAction[] =>
  project.state !== 'merged' && isOfficeOf(ctx, project.areaCode) ? ['edit', 'merge'] : [];

export async function projectViews(projects: readonly ProjectRecord[], ctx: Ctx): Promise<ProjectView[]> {
  const names = await companyNamesOf(
    projects.flatMap(({ parties }) => parties.map(({ companyId }) => companyId)),
  );
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
      actions: projectActions(project, ctx),
    };
  });
}

export async function projectView(project: ProjectRecord, ctx: Ctx): Promise<ProjectView> {
  const [view] = await projectViews([project], ctx);
  if (view === undefined) throw new Error('One project makes one view');
  return view;
}
