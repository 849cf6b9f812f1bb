import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { positionOn } from '../projects/index.ts';
import { findTeamWithin, standingTo } from './roster-reach.ts';
import type { TeamRef } from './team-refs.ts';
import { teamRef } from './team-refs.ts';

/** What a workbook of a team is about. */
export type TeamScope = { projectId: string; teamId: string };

/** The team, when the actor keeps its roster; notFound where he does not even see it. */
export async function requireOwnTeam({ projectId, teamId }: TeamScope, ctx: Ctx): Promise<TeamRef> {
  const position = await positionOn(projectId, ctx);
  const team = await findTeamWithin(teamId, position);
  if (team === null) throw new AppError('notFound');
  if (!standingTo(String(team.employerId), position, ctx).includes('employer'))
    throw new AppError('forbidden');
  return teamRef(team);
}
