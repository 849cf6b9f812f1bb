import type { EnrolmentView, GateItemId, WriteEnrolment } from '../../core/contract/roster.ts';
import type { EntryFacts } from '../../core/pay/entry-gate.ts';
import { findGateItems, missingItems } from '../../core/pay/entry-gate.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { searchFields } from '../../platform/search/index.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { holdFiles } from '../files/index.ts';
import { ensureWorker } from '../workers/index.ts';
import { checkPerson } from './check-person.ts';
import type { EnrolmentRecord, Secrets } from './enrolment.model.ts';
import { changeEnrolment, enrolmentSecrets, findOpenIn, insertEnrolment } from './enrolment.model.ts';
import { enrolmentActions, enrolmentView } from './enrolment-view.ts';
import { retirementAges } from './retirement-ages.ts';
import { findTeamWithin, getEnrolmentRecord, namedPositionOn, standingTo } from './roster-reach.ts';

/**
 * Puts a person on the roster of a team, at the gate: nobody is on site before the gate's items are there. One person
 * stands once in a team at a time; whoever he is, is found or recorded among the workers.
 */
export async function enrolPerson(input: WriteEnrolment, ctx: Ctx): Promise<EnrolmentView> {
  return inTransaction(async () => {
    const { projectId, teamId, ...content } = input;
    const position = await namedPositionOn(projectId, ctx);
    const team = await findTeamWithin(teamId, position);
    if (team === null) throw wrongField('teamId', '没有这个班组', 'There is no such team');
    const employerId = String(team.employerId);
    if (!standingTo(employerId, position, ctx).includes('employer')) throw new AppError('forbidden');
    const secrets = checked(content, ctx);
    const { areaCode, id } = position.project;
    const workerId = await ensureWorker({ name: content.name, ...secrets, areaCode }, ctx);
    const same = await findOpenIn(teamId, [workerId]);
    if (same[0] !== undefined)
      throw new AppError('alreadyExists', {
        what: '人员（已在本班组名册）/ person',
        id: String(same[0]._id),
      });
    const made = await insertEnrolment(
      {
        ...plainOf(content),
        ...{ projectId: id, teamId, employerId, workerId, areaCode, state: 'pending', createdAt: ctx.now },
        missing: await missingOf({ ...content, ...secrets }, areaCode, ctx),
      },
      secrets,
    );
    await holdContract(content, made, ctx);
    await recordEnrolment(made, 'enrolment.created', { teamId, workerId, given: Object.keys(secrets) }, ctx);
    return enrolmentView(made, ctx);
  });
}

const UNSET = [
  'bankName',
  'dayRateFen',
  'monthRateFen',
  'piecePriceFen',
  'pieceUnit',
  'contract',
  'safetyTrainedOn',
] as const;

/** Corrects what is on record; numbers that are not given stay, because nobody was shown the whole of them. */
export async function editEnrolment(
  id: string,
  version: number,
  input: WriteEnrolment,
  ctx: Ctx,
): Promise<EnrolmentView> {
  return inTransaction(async () => {
    const { record, position } = await getEnrolmentRecord(id, ctx);
    if (!enrolmentActions(record, position, ctx).includes('edit')) throw new AppError('forbidden');
    const { projectId, teamId, ...content } = input;
    if (projectId !== String(record.projectId) || teamId !== String(record.teamId))
      throw wrongField(
        'teamId',
        '换班组请先退场再登记',
        'Let the person leave and enrol him in the other team',
      );
    const secrets = checked(content, ctx);
    const opened = enrolmentSecrets.openFields(record);
    const workerId = await workerOf(record, opened.citizenId, content, secrets, ctx);
    const all = { ...content, ...opened, ...secrets };
    const gone = UNSET.filter((field) => content[field] === undefined && record[field] !== undefined);
    const changed = await changeEnrolment(record._id, version, record.state, {
      set: {
        ...plainOf(content),
        workerId,
        ...enrolmentSecrets.sealFields(record._id, secrets),
        ...searchFields({ persons: [content.name] }),
        missing: await missingOf(all, record.areaCode, ctx),
      },
      unset: Object.fromEntries(gone.map((field) => [field, 1])),
    });
    if (changed === null) throw new AppError('staleVersion');
    await holdContract(content, changed, ctx);
    const fields = [...changedFields(record, changed), ...Object.keys(secrets)];
    await recordEnrolment(changed, 'enrolment.edited', { fields }, ctx);
    return enrolmentView(changed, ctx);
  });
}

type Content = Omit<WriteEnrolment, 'projectId' | 'teamId'>;

function plainOf({ citizenId: _id, phone: _phone, bankCard: _card, ...plain }: Content) {
  return plain;
}

/** The numbers as they are stored, or every fault of the form at once. */
function checked(content: Content, ctx: Ctx): Secrets {
  const { secrets, faults } = checkPerson(content, ctx.today);
  const blocking = faults.filter(({ level }) => level === 'block');
  if (blocking.length === 0) return secrets;
  throw new AppError(
    'invalidInput',
    { count: blocking.length },
    blocking.map(({ field, rule, zh, en }) => ({ in: 'body', path: field, rule, zh, en })),
  );
}

/** What the gate misses of this person today, for the filter of the list. */
export async function missingOf(person: EntryFacts, areaCode: string, ctx: Ctx): Promise<GateItemId[]> {
  return missingItems(findGateItems(person, await retirementAges(areaCode, ctx), ctx.today));
}

/** Another citizen id is another person: that is corrected before he is let in, never afterwards. */
async function workerOf(
  record: EnrolmentRecord,
  citizenId: string | undefined,
  { name }: Content,
  secrets: Secrets,
  ctx: Ctx,
): Promise<string> {
  const workerId = String(record.workerId);
  if (secrets.citizenId === undefined || secrets.citizenId === citizenId) return workerId;
  if (record.state !== 'pending' && citizenId !== undefined)
    throw wrongField(
      'citizenId',
      '进场后不能更换身份证号，请退场后重新登记',
      'Not changed once he is let in: enrol him anew',
    );
  const found = await ensureWorker({ name, ...secrets, areaCode: record.areaCode }, ctx);
  const same = await findOpenIn(String(record.teamId), [found]);
  if (same.some(({ _id }) => !_id.equals(record._id)))
    throw new AppError('alreadyExists', { what: '人员（已在本班组名册）/ person' });
  return found;
}

async function holdContract({ contract }: Content, record: EnrolmentRecord, ctx: Ctx): Promise<void> {
  if (contract?.fileId === undefined || ctx.actor.kind === 'system') return;
  const options = { purposes: ['document', 'evidence'] as const, field: 'contract.fileId' };
  const holder = `enrolment:${String(record._id)}` as const;
  await holdFiles([contract.fileId], holder, ctx, { ...options, from: [holder] });
}

/** Appends to the chain of the enrolment; the facts are ids and names of fields, never the person's. */
export async function recordEnrolment(
  record: EnrolmentRecord,
  action: string,
  facts: Record<string, unknown>,
  ctx: Ctx,
): Promise<void> {
  const told = { projectId: String(record.projectId), ...facts };
  const subject = `enrolment:${String(record._id)}` as const;
  await appendEvent({ subject, areaCode: record.areaCode, action, facts: told }, ctx);
}

const SHOWN = ['name', 'workType', 'workRole', 'isTeamLeader', 'payKind', ...UNSET] as const;
const changedFields = (before: EnrolmentRecord, after: EnrolmentRecord): string[] =>
  SHOWN.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
