import type { StandardBundle, Taken } from '../../core/contract/standard-data.ts';
import { parsePlainDate } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import type { ProjectRef } from '../projects/index.ts';
import type { TeamRef } from '../roster/index.ts';
import { takeOverTeam } from '../roster/index.ts';
import type { BundleFaults } from './bundle-faults.ts';
import { present } from './bundle-faults.ts';

const HIRING: readonly string[] = ['generalContractor', 'subcontractor', 'labourSubcontractor'];

/** Teams by the number the bundle gives them. */
export type TeamsByNumber = ReadonlyMap<string, TeamRef & { corpCode: string }>;

/** One firm's team of a name is one team; of a hiring party of the project alone. */
export async function importTeams(
  { teams: written }: StandardBundle,
  { project, byCode }: { project: ProjectRef; byCode: ReadonlyMap<string, string> },
  faults: BundleFaults,
  ctx: Ctx,
): Promise<{ teams: Taken; byNumber: TeamsByNumber }> {
  const teams = { made: 0, known: 0 };
  const byNumber = new Map<string, TeamRef & { corpCode: string }>();
  for (const [at, { teamSysNo, corpCode, teamName, entryTime, exitTime }] of written.entries()) {
    const path = `teams.${at}`;
    const employerId = byCode.get(corpCode);
    const hires = project.parties.some(
      ({ role, companyId }) => companyId === employerId && HIRING.includes(role),
    );
    if (employerId === undefined || !hires)
      faults.add(`${path}.corpCode`, 'team.firm', '不是本项目的用工单位', 'Not a party that hires here');
    else if (byNumber.has(teamSysNo))
      faults.add(`${path}.teamSysNo`, 'team.twice', '班组编号重复', 'The same number twice');
    else if (exitTime !== undefined && exitTime < entryTime)
      faults.add(`${path}.exitTime`, 'team.days', '退场不能早于进场', 'It cannot leave before it enters');
    else {
      const [enteredOn, leftOn] = [present(parsePlainDate(entryTime)), parsePlainDate(exitTime ?? '')];
      const input = { employerId, name: teamName, enteredOn, ...(leftOn === null ? {} : { leftOn }) };
      const { team, made } = await takeOverTeam(project, input, ctx);
      byNumber.set(teamSysNo, { ...team, corpCode });
      teams[made ? 'made' : 'known'] += 1;
    }
  }
  return { teams, byNumber };
}

/** The team a row names; a fault at the row's place where the bundle has none, or it is another firm's. */
export function teamNamed(
  { teamSysNo, corpCode }: { teamSysNo: string; corpCode?: string },
  path: string,
  byNumber: TeamsByNumber,
  faults: BundleFaults,
): (TeamRef & { corpCode: string }) | null {
  const team = byNumber.get(teamSysNo);
  if (team !== undefined && (corpCode === undefined || corpCode === team.corpCode)) return team;
  if (team === undefined)
    faults.add(`${path}.teamSysNo`, 'team.unknown', '没有这个班组', 'No such team in the bundle');
  else faults.add(`${path}.corpCode`, 'team.firm', '班组不属于这家企业', 'The team belongs to another firm');
  return null;
}
