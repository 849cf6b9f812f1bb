import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { TeamRecord } from './team.model.ts';
import { findTeamRecord, findTeamsOf, findTeamsOfProjects } from './team.model.ts';

/** What other features keep or show of a team. */
export interface TeamRef {
  id: string;
  projectId: string;
  employerId: string;
  areaCode: string;
  name: string;
  leaderName?: string;
  enteredOn: PlainDate;
  leftOn?: PlainDate;
}

export const teamRef = (team: TeamRecord): TeamRef => ({
  id: String(team._id),
  projectId: String(team.projectId),
  employerId: String(team.employerId),
  areaCode: team.areaCode,
  name: team.name,
  ...(team.leaderName === undefined ? {} : { leaderName: team.leaderName }),
  enteredOn: team.enteredOn,
  ...(team.leftOn === undefined ? {} : { leftOn: team.leftOn }),
});

/** The team; null when there is none. No reader's limits: for other features. */
export async function findTeam(teamId: string): Promise<TeamRef | null> {
  const found = await findTeamRecord(teamId);
  return found === null ? null : teamRef(found);
}

/** Every team of a project, of all its employers. No reader's limits. */
export const teamsOf = async (projectId: string): Promise<TeamRef[]> =>
  (await findTeamsOf(projectId)).map(teamRef);

/** The same of many projects at once (index projectId+employerId+name). */
export const teamsOfProjects = async (projectIds: readonly string[]): Promise<TeamRef[]> =>
  (await findTeamsOfProjects(projectIds)).map(teamRef);
