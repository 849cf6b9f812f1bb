import type { EnrolmentState, PayKind } from '../../core/contract/roster.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { firstDayOf, lastDayOf } from '../../core/kit/plain-date.ts';
import { inPortions } from '../../platform/in-portions.ts';
import type { EnrolmentRecord } from './enrolment.model.ts';
import { Enrolments, enrolmentSecrets } from './enrolment.model.ts';

/**
 * One person of a roster as the checks of a sheet need him and without the sealed numbers: their blind indexes tell whether
 * two are the same.
 */
export interface IndexedPerson {
  enrolmentId: string;
  workerId: string;
  name: string;
  citizenIdIndex?: string;
  bankCardIndex?: string;
  bankName?: string;
  workType: string;
  dayRateFen?: Fen;
  piecePriceFen?: Fen;
  hasContract: boolean;
  state: EnrolmentState;
  enteredOn?: PlainDate;
  leftOn?: PlainDate;
}

/** Whole and with the numbers opened: for checks and pay files only, never for answers, logs or events. */
export interface RosterPerson extends Omit<IndexedPerson, 'citizenIdIndex' | 'bankCardIndex'> {
  projectId: string;
  teamId: string;
  employerId: string;
  payKind: PayKind;
  monthRateFen?: Fen;
  pieceUnit?: string;
  citizenId?: string;
  phone?: string;
  bankCard?: string;
}

export interface RosterScope {
  projectId: string;
  teamId?: string | undefined;
}

/** A whole roster comes in portions: thousands of records unpacked at once would keep others waiting. */
export const READ_AT_ONCE = 500;

const PLAIN = {
  workerId: 1,
  projectId: 1,
  teamId: 1,
  employerId: 1,
  name: 1,
  bankName: 1,
  workType: 1,
  payKind: 1,
  dayRateFen: 1,
  monthRateFen: 1,
  piecePriceFen: 1,
  pieceUnit: 1,
  'contract.kind': 1,
  state: 1,
  enteredOn: 1,
  leftOn: 1,
} as const;
/** As few as the checks need: of thousands of people each field more is read, sent and unpacked. */
const INDEXED = {
  workerId: 1,
  name: 1,
  citizenIdIndex: 1,
  bankCardIndex: 1,
  bankName: 1,
  workType: 1,
  dayRateFen: 1,
  piecePriceFen: 1,
  'contract.kind': 1,
  state: 1,
  enteredOn: 1,
  leftOn: 1,
} as const;
const SEALED = { citizenId: 1, phone: 1, bankCard: 1 } as const;

/**
 * Everybody who was on site on a day of the month, and those still waiting at the gate, as blind indexes: a check of
 * 10,000 lines compares these instead of opening 30,000 sealed numbers (index projectId+teamId+name).
 */
export async function findRosterIndexed(scope: RosterScope, month: PayMonth): Promise<IndexedPerson[]> {
  const people: IndexedPerson[] = [];
  for await (const portion of rosterPortions(scope, month)) people.push(...portion);
  return people;
}

/** The same in the portions they come in, for whoever has something to do with them until the next. */
export async function* rosterPortions(scope: RosterScope, month: PayMonth): AsyncGenerator<IndexedPerson[]> {
  const query = rosterQuery(scope, month, INDEXED);
  for await (const found of inPortions<EnrolmentRecord>(query, READ_AT_ONCE)) yield found.map(indexedOf);
}

const WHERE_KNOWN = [
  'citizenIdIndex',
  'bankCardIndex',
  'bankName',
  'dayRateFen',
  'piecePriceFen',
  'enteredOn',
  'leftOn',
] as const;

function indexedOf(record: EnrolmentRecord): IndexedPerson {
  const person = {
    enrolmentId: String(record._id),
    workerId: String(record.workerId),
    name: record.name,
    workType: record.workType,
    hasContract: record.contract !== undefined,
    state: record.state,
  };
  const known = present(record, WHERE_KNOWN) as Pick<IndexedPerson, (typeof WHERE_KNOWN)[number]>; // whole fen as they were written
  return Object.assign(person, known);
}

/** The same people with citizen id, phone and bank card opened. */
export async function findRoster(scope: RosterScope, month: PayMonth): Promise<RosterPerson[]> {
  const found = await peopleOf(scope, month, { ...PLAIN, ...SEALED });
  return found.map((person) => ({ ...plainOf(person), ...enrolmentSecrets.openFields(person) }));
}

/**
 * The phones of the same people, each opened when it is asked for: thousands at once would keep others waiting, and
 * whoever is only written to needs nothing else opened.
 */
export async function findPhones(
  scope: RosterScope,
  month: PayMonth,
): Promise<(enrolmentId: string) => string | undefined> {
  const found = await peopleOf(scope, month, { phone: 1 });
  const sealed = new Map(found.map((person) => [String(person._id), person]));
  return (enrolmentId) => {
    const person = sealed.get(enrolmentId);
    return person === undefined ? undefined : enrolmentSecrets.openFields(person).phone;
  };
}

/** These enrolments with their numbers opened, whatever their month and state; those of nobody are left out. */
export async function openEnrolments(enrolmentIds: readonly string[]): Promise<RosterPerson[]> {
  const found: unknown = await Enrolments.find(
    { _id: { $in: [...enrolmentIds] } },
    { ...PLAIN, ...SEALED },
  ).lean();
  const people = found as EnrolmentRecord[]; // lean documents of this model
  return people.map((person) => ({ ...plainOf(person), ...enrolmentSecrets.openFields(person) }));
}

/** Whole records of these people where no fields are named. */
export async function peopleOf(
  scope: RosterScope,
  month: PayMonth,
  fields: Record<string, 1> = {},
): Promise<EnrolmentRecord[]> {
  const found: unknown = await rosterQuery(scope, month, fields).batchSize(READ_AT_ONCE).lean();
  return found as EnrolmentRecord[]; // lean documents of this model, with the fields asked for
}

function rosterQuery({ projectId, teamId }: RosterScope, month: PayMonth, fields: Record<string, 1>) {
  // A missing day is neither too early nor too late: whoever waits has not entered, whoever is on site has not left.
  const during = {
    enteredOn: { $not: { $gt: lastDayOf(month) } },
    leftOn: { $not: { $lt: firstDayOf(month) } },
  };
  const where = { projectId, ...(teamId === undefined ? {} : { teamId }), ...during };
  return Enrolments.find(where, fields).sort({ teamId: 1, name: 1, _id: 1 });
}

const OPTIONAL = [
  'bankName',
  'dayRateFen',
  'monthRateFen',
  'piecePriceFen',
  'pieceUnit',
  'enteredOn',
  'leftOn',
] as const;

function plainOf(person: EnrolmentRecord) {
  return {
    enrolmentId: String(person._id),
    workerId: String(person.workerId),
    projectId: String(person.projectId),
    teamId: String(person.teamId),
    employerId: String(person.employerId),
    name: person.name,
    workType: person.workType,
    payKind: person.payKind,
    hasContract: person.contract !== undefined,
    state: person.state,
    ...(present(person, OPTIONAL) as Pick<RosterPerson, (typeof OPTIONAL)[number]>), // whole fen as they were written
  };
}

/** The fields that have a value. */
function present<Key extends keyof EnrolmentRecord>(
  person: EnrolmentRecord,
  keys: readonly Key[],
): Pick<EnrolmentRecord, Key> {
  const some: Partial<EnrolmentRecord> = {};
  for (const key of keys) if (person[key] !== undefined) some[key] = person[key];
  return some as Pick<EnrolmentRecord, Key>; // each of these keys is optional
}
