import type { ProjectView } from '../../core/contract/projects.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { projectsWithin } from './project-reach.ts';
import { projectView } from './project-view.ts';
import type { ProjectRecord } from './project.model.ts';
import { findProjectWithin } from './project.model.ts';

/** The project, within the reader's limits; throws notFound otherwise. */
export async function getProjectRecord(id: string, ctx: Ctx): Promise<ProjectRecord> {
  const project = await findProjectWithin(id, await projectsWithin(ctx));
  if (project === null) throw new AppError('notFound');
  return project;
}

/** One project of the reader's area, industry or company. */
export const getProject = async (id: string, ctx: Ctx): Promise<ProjectView> =>
  projectView(await getProjectRecord(id, ctx), ctx);
