import type { EnrolmentAction, EnrolmentView } from '../../core/contract/roster.ts';
import type { Fen } from '../../core/kit/money.ts';
import { openActions } from '../../core/kit/flow.ts';
import type { RetirementAges } from '../../core/pay/entry-gate.ts';
import { findGateItems, isOverAge } from '../../core/pay/entry-gate.ts';
import type { Ctx } from '../../platform/context.ts';
import { isOfficeOf } from '../../platform/office-reach.ts';
import { companyNamesOf } from '../companies/index.ts';
import type { ProjectPosition } from '../projects/index.ts';
import { findProjectRef, positionOn } from '../projects/index.ts';
import { elsewhereNow } from './elsewhere.ts';
import { ENROLMENT_FLOW } from './enrolment.flow.ts';
import type { EnrolmentRecord } from './enrolment.model.ts';
import { enrolmentSecrets } from './enrolment.model.ts';
import { retirementAges } from './retirement-ages.ts';
import { standingTo } from './roster-reach.ts';
import { teamNamesOf } from './team.model.ts';

/** What the views of one answer share, asked for once. */
interface Shared {
  employers: Map<string, string>;
  teams: Map<string, string>;
  ages: Map<string, RetirementAges>;
  positions: Map<string, ProjectPosition>;
  elsewhere: Map<string, EnrolmentView['elsewhere']>;
}

async function eachOnce<Value>(keys: Iterable<string>, of: (key: string) => Promise<Value>) {
  const made = new Map<string, Value>();
  for (const key of new Set(keys)) made.set(key, await of(key));
  return made;
}

async function shared(records: readonly EnrolmentRecord[], ctx: Ctx): Promise<Shared> {
  const [employers, teams] = await Promise.all([
    companyNamesOf([...new Set(records.map(({ employerId }) => String(employerId)))]),
    teamNamesOf([...new Set(records.map(({ teamId }) => String(teamId)))]),
  ]);
  const codes = records.map(({ areaCode }) => areaCode);
  const ages = await eachOnce(codes, (areaCode) => retirementAges(areaCode, ctx));
  const projects = records.map(({ projectId }) => String(projectId));
  const positions = await eachOnce(projects, (projectId) => positionOn(projectId, ctx));
  return { employers, teams, ages, positions, elsewhere: await placesElsewhere(records, ctx) };
}

async function placesElsewhere(records: readonly EnrolmentRecord[], ctx: Ctx): Promise<Shared['elsewhere']> {
  const flagged = records.filter(({ elsewhere }) => elsewhere === true);
  if (flagged.length === 0) return new Map();
  const places = await elsewhereNow(flagged);
  const named = isOfficeSomewhere(records, ctx);
  const names = await eachOnce(named ? [...places.values()].flat() : [], async (projectId) => {
    const project = await findProjectRef(projectId);
    return project?.name;
  });
  return new Map(
    [...places].map(([key, ids]) => [
      key,
      ids.map((projectId) => {
        const projectName = names.get(projectId);
        return { projectId, ...(projectName === undefined ? {} : { projectName }) };
      }),
    ]),
  );
}

/** Names of other sites are for the office alone. */
const isOfficeSomewhere = (records: readonly EnrolmentRecord[], ctx: Ctx): boolean =>
  records.every(({ areaCode }) => isOfficeOf(ctx, areaCode));

/** What this reader may do with it; who has settled has nothing left to settle. */
export function enrolmentActions(
  record: EnrolmentRecord,
  position: ProjectPosition,
  ctx: Ctx,
): EnrolmentAction[] {
  const standing = standingTo(String(record.employerId), position, ctx);
  const open = openActions(ENROLMENT_FLOW, record.state, standing, ctx.today);
  const isOwing = record.settlement !== undefined && record.settlement.settledOn === undefined;
  return open.filter((action) => action !== 'settle' || isOwing);
}

const OPTIONAL = ['bankName', 'pieceUnit', 'contract', 'safetyTrainedOn', 'enteredOn', 'leftOn'] as const;
const AMOUNTS = ['dayRateFen', 'monthRateFen', 'piecePriceFen'] as const;
type Amounts = Partial<Record<(typeof AMOUNTS)[number], Fen>>;

const given = <Key extends keyof EnrolmentRecord>(
  record: EnrolmentRecord,
  keys: readonly Key[],
): [Key, unknown][] => keys.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]]));

function viewOf(record: EnrolmentRecord, known: Shared, ctx: Ctx): EnrolmentView {
  const { _id, version, workType, workRole, isTeamLeader, payKind, state, settlement } = record;
  const [projectId, employerId, teamId] = [record.projectId, record.employerId, record.teamId].map(String);
  if (projectId === undefined || employerId === undefined || teamId === undefined)
    throw new Error('three ids');
  const { citizenId } = enrolmentSecrets.openFields(record);
  const ages = known.ages.get(record.areaCode) ?? {};
  const position = known.positions.get(projectId);
  return {
    ...{ id: String(_id), version, projectId, employerId, teamId },
    employerName: known.employers.get(employerId) ?? '',
    teamName: known.teams.get(teamId) ?? '',
    workerId: String(record.workerId),
    workerName: record.name,
    citizenIdMasked: '',
    ...enrolmentSecrets.maskFields(record),
    ...{ workType, workRole, isTeamLeader, payKind },
    ...(Object.fromEntries(given(record, OPTIONAL)) as Pick<EnrolmentView, (typeof OPTIONAL)[number]>), // as stored
    ...(Object.fromEntries(given(record, AMOUNTS)) as Amounts), // whole fen as they were written
    overAge: isOverAge(citizenId, ages, ctx.today) === true,
    ...(settlement === undefined ? {} : { settlement }),
    state,
    gate: findGateItems({ ...record, citizenId }, ages, ctx.today),
    elsewhere: known.elsewhere.get(String(_id)) ?? [],
    actions: position === undefined ? [] : enrolmentActions(record, position, ctx),
  };
}

/** The people of one page, with what the reader may see and do. */
export async function enrolmentViews(
  records: readonly EnrolmentRecord[],
  ctx: Ctx,
): Promise<EnrolmentView[]> {
  const known = await shared(records, ctx);
  return records.map((record) => viewOf(record, known, ctx));
}

export async function enrolmentView(record: EnrolmentRecord, ctx: Ctx): Promise<EnrolmentView> {
  const [view] = await enrolmentViews([record], ctx);
  if (view === undefined) throw new Error('one enrolment makes one view');
  return view;
}
