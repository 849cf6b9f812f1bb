import mongoose from 'mongoose';
import type { TeamView } from '../../core/contract/roster.ts';
import type { Ctx } from '../../platform/context.ts';
import { companyNamesOf } from '../companies/index.ts';
import type { ProjectPosition } from '../projects/index.ts';
import { employersSeen } from '../projects/index.ts';
import { Enrolments } from './enrolment.model.ts';
import { namedPositionOn, standingTo } from './roster-reach.ts';
import type { TeamRecord } from './team.model.ts';
import { findTeamsOf, teamSecrets } from './team.model.ts';

/** The teams of a project whose people the reader may see. */
export async function listTeams(projectId: string, ctx: Ctx): Promise<TeamView[]> {
  const position = await namedPositionOn(projectId, ctx);
  return teamViews(await findTeamsOf(position.project.id, employersSeen(position)), position, ctx);
}

export async function teamViews(
  teams: readonly TeamRecord[],
  position: ProjectPosition,
  ctx: Ctx,
): Promise<TeamView[]> {
  const names = await companyNamesOf([...new Set(teams.map(({ employerId }) => String(employerId)))]);
  const present = await presentBy(position.project.id);
  return teams.map((team) => {
    const { _id, version, name, leaderName, enteredOn, leftOn } = team;
    const employerId = String(team.employerId);
    return {
      ...{ id: String(_id), version, projectId: String(team.projectId), employerId },
      employerName: names.get(employerId) ?? '',
      name,
      ...(leaderName === undefined ? {} : { leaderName }),
      ...teamSecrets.maskFields(team),
      enteredOn,
      ...(leftOn === undefined ? {} : { leftOn }),
      present: present.get(String(_id)) ?? 0,
      canEdit: standingTo(employerId, position, ctx).includes('employer'),
    };
  });
}

/** How many are on site today, by team (index projectId+teamId+name). */
async function presentBy(projectId: string): Promise<Map<string, number>> {
  const rows = await Enrolments.aggregate<{ _id: unknown; present: number }>([
    { $match: { projectId: new mongoose.Types.ObjectId(projectId), state: 'onSite' } },
    { $group: { _id: '$teamId', present: { $sum: 1 } } },
  ]);
  return new Map(rows.map(({ _id, present }) => [String(_id), present]));
}
