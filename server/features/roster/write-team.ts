import type { TeamView, WriteTeam } from '../../core/contract/roster.ts';
import { AppError } from '../../platform/app-error.ts';
import type { NewEvent } from '../../platform/audit/index.ts';
import { appendEvent, appendFirstEvents } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import type { ProjectPosition } from '../projects/index.ts';
import { positionOn } from '../projects/index.ts';
import { Enrolments } from './enrolment.model.ts';
import { findTeamWithin, namedPositionOn, standingTo } from './roster-reach.ts';
import type { TeamRecord } from './team.model.ts';
import {
  changeTeam,
  findTeamNamed,
  findTeamRecord,
  insertTeam,
  insertTeams,
  teamSecrets,
} from './team.model.ts';
import type { TeamRef } from './team-refs.ts';
import { teamRef } from './team-refs.ts';
import { teamViews } from './team-views.ts';

const HIRING: readonly string[] = ['generalContractor', 'subcontractor', 'labourSubcontractor'];

/** Opens a gang of a hiring party on the project. `fixedId` is for seeds, which other records refer to. */
export async function createTeam(
  projectId: string,
  input: WriteTeam,
  ctx: Ctx,
  fixedId?: string,
): Promise<TeamView> {
  return inTransaction(async () => {
    const position = await openPositionOn(projectId, ctx);
    await checkTeam(input, null, position, ctx);
    const { id, areaCode } = position.project;
    const team = await insertTeam({ ...input, projectId: id, areaCode, createdAt: ctx.now }, fixedId);
    await record(team, 'team.created', {}, ctx);
    return viewOf(team, position, ctx);
  });
}

/**
 * Opens several gangs on one project, for seeds and benches: each is checked as by `createTeam`, and their events and
 * records are written together. Names within one call have to differ, as they have to on the project.
 */
export async function createTeams(
  projectId: string,
  inputs: readonly (WriteTeam & { id: string })[],
  ctx: Ctx,
): Promise<TeamRef[]> {
  return inTransaction(async () => {
    const position = await openPositionOn(projectId, ctx);
    for (const input of inputs) await checkTeam(input, null, position, ctx);
    const own = { projectId: position.project.id, areaCode: position.project.areaCode, createdAt: ctx.now };
    const teams = await insertTeams(inputs.map((input) => ({ ...input, ...own })));
    await appendFirstEvents(
      teams.map((team) => eventOf(team, 'team.created', {})),
      ctx,
    );
    return teams.map(teamRef);
  });
}

/** Corrects a team; the firm it belongs to stays, because its people are hired by it. */
export async function editTeam(id: string, version: number, input: WriteTeam, ctx: Ctx): Promise<TeamView> {
  return inTransaction(async () => {
    const found = await findTeamRecord(id);
    if (found === null) throw new AppError('notFound');
    const position = await positionOn(String(found.projectId), ctx);
    const team = await findTeamWithin(id, position);
    if (team === null) throw new AppError('notFound');
    await checkTeam(input, team, position, ctx);
    const { leaderPhone, name, leaderName, enteredOn, leftOn } = input;
    const set = {
      ...{ name, enteredOn },
      ...(leaderName === undefined ? {} : { leaderName }),
      ...(leftOn === undefined ? {} : { leftOn }),
      ...teamSecrets.sealFields(team._id, { leaderPhone }),
    };
    const unset = {
      ...(leaderName === undefined ? { leaderName: 1 as const } : {}),
      ...(leftOn === undefined ? { leftOn: 1 as const } : {}),
    };
    const changed = await changeTeam(team._id, version, { set, unset });
    if (changed === null) throw new AppError('staleVersion');
    const fields = (['name', 'leaderName', 'enteredOn', 'leftOn'] as const).filter(
      (field) => team[field] !== changed[field],
    );
    await record(
      changed,
      'team.edited',
      { fields: [...fields, ...(leaderPhone ? ['leaderPhone'] : [])] },
      ctx,
    );
    return viewOf(changed, position, ctx);
  });
}

/** Nobody looks at a merged project any more: its teams are on the one that stands for it, and new ones begin there. */
async function openPositionOn(projectId: string, ctx: Ctx): Promise<ProjectPosition> {
  const position = await namedPositionOn(projectId, ctx);
  const { state } = position.project;
  if (state === 'merged') throw new AppError('conflict', { state });
  return position;
}

async function checkTeam(
  input: WriteTeam,
  before: TeamRecord | null,
  position: ProjectPosition,
  ctx: Ctx,
): Promise<void> {
  const { employerId, name, enteredOn, leftOn } = input;
  const hires = position.project.parties.some(
    ({ role, companyId }) => companyId === employerId && HIRING.includes(role),
  );
  if (!hires)
    throw wrongField('employerId', '不是本项目的用工单位', 'Not a party that hires on this project');
  if (!standingTo(employerId, position, ctx).includes('employer')) throw new AppError('forbidden');
  if (before !== null && String(before.employerId) !== employerId)
    throw wrongField('employerId', '班组的用工单位不能更换', 'A team stays with its employer');
  if (leftOn !== undefined && leftOn < enteredOn)
    throw wrongField('leftOn', '退场不能早于进场', 'It cannot leave before it enters');
  if (leftOn !== undefined && before !== null && (await Enrolments.exists({ openIn: before._id })) !== null)
    throw wrongField('leftOn', '班组还有人在册，请先办理退场', 'People of the team have not left yet');
  const same = await findTeamNamed(position.project.id, employerId, name);
  if (same !== null && String(same._id) !== String(before?._id))
    throw new AppError('alreadyExists', { what: '班组 / team', id: String(same._id) });
}

const record = async (team: TeamRecord, action: string, facts: object, ctx: Ctx): Promise<void> =>
  void (await appendEvent(eventOf(team, action, facts), ctx));

function eventOf(team: TeamRecord, action: string, facts: object): NewEvent {
  const { areaCode, enteredOn, leftOn } = team;
  const [projectId, employerId] = [String(team.projectId), String(team.employerId)];
  const told = { projectId, employerId, enteredOn, leftOn, ...facts };
  return { subject: `team:${String(team._id)}`, areaCode, action, facts: told };
}

async function viewOf(team: TeamRecord, position: ProjectPosition, ctx: Ctx): Promise<TeamView> {
  const [view] = await teamViews([team], position, ctx);
  if (view === undefined) throw new Error('one team makes one view');
  return view;
}
