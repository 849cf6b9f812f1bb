import type { EnrolmentState, PayKind } from '../../core/contract/roster.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { firstDayOf, lastDayOf } from '../../core/kit/plain-date.ts';
import type { EnrolmentRecord } from './enrolment.model.ts';
import { Enrolments, enrolmentSecrets } from './enrolment.model.ts';

/** What other features keep or show of an enrolment: nothing that is sealed. */
export interface EnrolmentRef {
  id: string;
  projectId: string;
  teamId: string;
  employerId: string;
  workerId: string;
  areaCode: string;
  name: string;
  workType: string;
  payKind: PayKind;
  dayRateFen?: Fen;
  monthRateFen?: Fen;
  piecePriceFen?: Fen;
  contractSignedOn?: PlainDate;
  state: EnrolmentState;
  enteredOn?: PlainDate;
  leftOn?: PlainDate;
  createdAt: Date;
}

const FIELDS = {
  ...{ projectId: 1, teamId: 1, employerId: 1, workerId: 1, areaCode: 1, name: 1, workType: 1, payKind: 1 },
  ...{ dayRateFen: 1, monthRateFen: 1, piecePriceFen: 1, 'contract.signedOn': 1 },
  ...{ state: 1, enteredOn: 1, leftOn: 1, createdAt: 1 },
} as const;

const OPTIONAL = ['dayRateFen', 'monthRateFen', 'piecePriceFen', 'enteredOn', 'leftOn'] as const;

function refOf(record: EnrolmentRecord): EnrolmentRef {
  const signedOn = record.contract?.signedOn;
  const optional = Object.fromEntries(
    OPTIONAL.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]])),
  ) as Pick<EnrolmentRef, (typeof OPTIONAL)[number]>; // whole fen and days as they were written
  return {
    id: String(record._id),
    projectId: String(record.projectId),
    teamId: String(record.teamId),
    employerId: String(record.employerId),
    workerId: String(record.workerId),
    areaCode: record.areaCode,
    name: record.name,
    workType: record.workType,
    payKind: record.payKind,
    ...(signedOn === undefined ? {} : { contractSignedOn: signedOn }),
    state: record.state,
    ...optional,
    createdAt: record.createdAt,
  };
}

/** Every enrolment of these workers, newest first (index workerId+projectId). No reader's limits. */
export async function enrolmentsOfWorkers(workerIds: readonly string[]): Promise<EnrolmentRef[]> {
  const found: unknown = await Enrolments.find({ workerId: { $in: [...workerIds] } }, FIELDS).lean();
  return newestFirst(found);
}

/** Every enrolment with this phone on it, newest first: how a person who signed in by phone is known (index phoneIndex). */
export async function enrolmentsOfPhone(phone: string): Promise<EnrolmentRef[]> {
  const where = enrolmentSecrets.where('phone', phone);
  const found: unknown = await Enrolments.find(where, FIELDS).limit(200).lean();
  return newestFirst(found);
}

/** These enrolments; those of nobody are left out. */
export async function findEnrolments(ids: readonly string[]): Promise<EnrolmentRef[]> {
  const found: unknown = await Enrolments.find({ _id: { $in: [...ids] } }, FIELDS).lean();
  return newestFirst(found);
}

const newestFirst = (found: unknown): EnrolmentRef[] =>
  (found as EnrolmentRecord[]).map(refOf).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)); // lean documents of this model

/** Where else a person was on site in a month. */
export interface Elsewhere {
  enrolmentId: string;
  projectId: string;
  teamId: string;
}

/** Of these workers those who were on site of another project in the month, by worker (index workerId+projectId). */
export async function elsewhereIn(
  workerIds: readonly string[],
  projectId: string,
  month: PayMonth,
): Promise<Map<string, Elsewhere[]>> {
  const others = {
    workerId: { $in: [...workerIds] },
    projectId: { $ne: projectId },
    enteredOn: { $lte: lastDayOf(month) },
    leftOn: { $not: { $lt: firstDayOf(month) } },
  };
  const found: unknown = await Enrolments.find(others, { workerId: 1, projectId: 1, teamId: 1 }).lean();
  const places = new Map<string, Elsewhere[]>();
  for (const one of found as EnrolmentRecord[]) {
    // lean documents of this model
    const place = {
      enrolmentId: String(one._id),
      projectId: String(one.projectId),
      teamId: String(one.teamId),
    };
    const key = String(one.workerId);
    places.set(key, [...(places.get(key) ?? []), place]);
  }
  return places;
}
