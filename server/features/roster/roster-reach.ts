import { AppError } from '../../platform/app-error.ts';
import { anyOf, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { officeLimits } from '../../platform/office-reach.ts';
import { ownCompanyIds } from '../companies/index.ts';
import type { ProjectPosition } from '../projects/index.ts';
import { employersSeen, positionOn } from '../projects/index.ts';
import type { Standing } from './enrolment.flow.ts';
import type { EnrolmentRecord } from './enrolment.model.ts';
import { Enrolments } from './enrolment.model.ts';
import type { TeamRecord } from './team.model.ts';
import { findTeamRecord } from './team.model.ts';

/** The employers whose people the reader sees on this project, as a condition of the query. */
export function employerLimit(position: ProjectPosition): Record<string, unknown> {
  const seen = employersSeen(position);
  return seen === null ? {} : { employerId: { $in: seen } };
}

/** As what the reader stands to the people of one employer on the project. */
export function standingTo(employerId: string, position: ProjectPosition, ctx: Ctx): Standing[] {
  if (ctx.actor.kind === 'system') return ['employer', 'office'];
  const isEmployer = position.isGeneralContractor || position.employerIds.includes(employerId);
  return [...(isEmployer ? ['employer' as const] : []), ...(position.isOffice ? ['office' as const] : [])];
}

/** The project for a reader who may see people on it by name; an owner or a department reads totals elsewhere. */
export async function namedPositionOn(projectId: string, ctx: Ctx): Promise<ProjectPosition> {
  const position = await positionOn(projectId, ctx);
  if (employersSeen(position)?.length === 0) throw new AppError('forbidden');
  return position;
}

/** Where no project is named: the office's area, or the people the reader's own company hired. */
export async function peopleWithin(ctx: Ctx): Promise<Record<string, unknown>> {
  const own = await Promise.all(
    ctx.grants
      .filter(({ companyId }) => companyId !== undefined)
      .map(async (grant) => ({
        employerId: { $in: await ownCompanyIds({ grants: [grant] }) },
        ...inArea(grant.areaCode),
      })),
  );
  return anyOf([...officeLimits(ctx), ...own]);
}

export interface Reached {
  record: EnrolmentRecord;
  position: ProjectPosition;
}

/** The enrolment, when the reader may see this person by name; throws notFound otherwise. */
export async function getEnrolmentRecord(id: string, ctx: Ctx): Promise<Reached> {
  const place = await Enrolments.findById(id, { projectId: 1 }).lean();
  if (place === null) throw new AppError('notFound');
  const position = await positionOn(String(place.projectId), ctx);
  const mine = { _id: id, projectId: place.projectId, ...employerLimit(position) };
  const record: unknown = await Enrolments.findOne(mine).lean();
  if (record === null) throw new AppError('notFound');
  return { record: record as EnrolmentRecord, position }; // a lean document of this model
}

/** The team of the project, when the reader may see its people; null otherwise. */
export async function findTeamWithin(teamId: string, position: ProjectPosition): Promise<TeamRecord | null> {
  const team = await findTeamRecord(teamId);
  if (team === null || String(team.projectId) !== position.project.id) return null;
  const seen = employersSeen(position);
  return seen === null || seen.includes(String(team.employerId)) ? team : null;
}
