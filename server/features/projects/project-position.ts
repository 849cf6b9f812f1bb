import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { isOfficeOf } from '../../platform/office-reach.ts';
import { ownCompanies } from '../companies/index.ts';
import { findProjectWithin } from './project.model.ts';
import type { ProjectRef } from './project-refs.ts';
import { refOf } from './project-refs.ts';
import { projectsWithin } from './project-reach.ts';

/**
 * As what the reader stands to one project. The general contractor answers for the whole site, a subcontractor sees the
 * people it hired, the owner totals and its own duty; an office keeps the area, others only read.
 */
export interface ProjectPosition {
  project: ProjectRef;
  /** Staff of the office in whose area it lies, or the system itself. */
  isOffice: boolean;
  isGeneralContractor: boolean;
  isOwner: boolean;
  /** Companies of the reader that hire on this project: the general contractor itself or a subcontractor. */
  employerIds: string[];
}

const HIRING = new Set(['generalContractor', 'subcontractor', 'labourSubcontractor']);

/** Throws notFound where the project lies outside what the reader may see. */
export async function positionOn(projectId: string, ctx: Ctx): Promise<ProjectPosition> {
  const companies = await ownCompanies(ctx);
  const found = await findProjectWithin(projectId, await projectsWithin(ctx, companies));
  if (found === null) throw new AppError('notFound');
  const project = refOf(found);
  const own = new Set(companies.values());
  const parties = project.parties.filter(({ companyId }) => own.has(companyId));
  const employers = parties.filter(({ role }) => HIRING.has(role)).map(({ companyId }) => companyId);
  return {
    project,
    isOffice: isOfficeOf(ctx, project.areaCode),
    isGeneralContractor: parties.some(({ role }) => role === 'generalContractor'),
    isOwner: parties.some(({ role }) => role === 'projectOwner'),
    employerIds: [...new Set(employers)],
  };
}

/** The employers whose people the reader may see by name on this project; null for no limit, [] for nobody. */
export function employersSeen(position: ProjectPosition): string[] | null {
  if (position.isOffice || position.isGeneralContractor) return null;
  return position.employerIds;
}
