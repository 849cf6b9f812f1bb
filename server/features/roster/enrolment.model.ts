import mongoose from 'mongoose';
import type {
  ContractKind,
  EnrolmentState,
  GateItemId,
  PayKind,
  WorkRole,
} from '../../core/contract/roster.ts';
import {
  CONTRACT_KINDS,
  ENROLMENT_STATES,
  GATE_ITEMS,
  PAY_KINDS,
  WORK_ROLES,
} from '../../core/contract/roster.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import { encryptedFields } from '../../platform/crypto/index.ts';
import type { Sealed } from '../../platform/crypto/index.ts';
import { searchFields, searchPaths } from '../../platform/search/index.ts';
import { touchSites } from '../../platform/touched-projects.ts';

type ObjectId = mongoose.Types.ObjectId;

export interface StoredContract {
  kind: ContractKind;
  signedOn: PlainDate;
  from: PlainDate;
  until?: PlainDate;
  fileId?: string;
}

/** One person's work for one employer in one team, as it lies in the store. */
export interface EnrolmentRecord {
  _id: ObjectId;
  projectId: ObjectId;
  teamId: ObjectId;
  employerId: ObjectId;
  workerId: ObjectId;
  /** The project's. */
  areaCode: string;
  name: string;
  citizenId?: Sealed;
  phone?: Sealed;
  bankCard?: Sealed;
  citizenIdIndex?: string;
  phoneIndex?: string;
  bankCardIndex?: string;
  bankName?: string;
  workType: string;
  workRole: WorkRole;
  isTeamLeader: boolean;
  payKind: PayKind;
  dayRateFen?: number;
  monthRateFen?: number;
  piecePriceFen?: number;
  pieceUnit?: string;
  contract?: StoredContract;
  safetyTrainedOn?: PlainDate;
  state: EnrolmentState;
  enteredOn?: PlainDate;
  leftOn?: PlainDate;
  leaveReason?: string;
  settlement?: { dueOn: PlainDate; settledOn?: PlainDate; note?: string };
  /** What the gate missed when this was last written, for the filter; the view asks anew. */
  missing: GateItemId[];
  /** On site of another project too, as far as is known. */
  elsewhere?: true;
  /** The team while the person has not left: one person stands once in a team. */
  openIn?: ObjectId;
  createdAt: Date;
  version: number;
}

const nested = <Content>(paths: mongoose.SchemaDefinition): mongoose.Schema<Content> =>
  new mongoose.Schema<Content>(paths as never, { _id: false, strict: 'throw' }); // the literal below fits Content

const id = { type: mongoose.Schema.Types.ObjectId, required: true } as const;
const schema = new mongoose.Schema(
  {
    projectId: id,
    teamId: id,
    employerId: id,
    workerId: id,
    areaCode: { type: String, required: true },
    name: { type: String, required: true },
    bankName: String,
    workType: { type: String, required: true },
    workRole: { type: String, enum: WORK_ROLES, required: true },
    isTeamLeader: { type: Boolean, required: true },
    payKind: { type: String, enum: PAY_KINDS, required: true },
    dayRateFen: Number,
    monthRateFen: Number,
    piecePriceFen: Number,
    pieceUnit: String,
    contract: nested<StoredContract>({
      kind: { type: String, enum: CONTRACT_KINDS, required: true },
      signedOn: { type: String, required: true },
      from: { type: String, required: true },
      until: String,
      fileId: String,
    }),
    safetyTrainedOn: String,
    state: { type: String, enum: ENROLMENT_STATES, required: true },
    enteredOn: String,
    leftOn: String,
    leaveReason: String,
    settlement: nested({ dueOn: { type: String, required: true }, settledOn: String, note: String }),
    missing: { type: [{ type: String, enum: GATE_ITEMS }], required: true },
    elsewhere: Boolean,
    openIn: mongoose.Schema.Types.ObjectId,
    createdAt: { type: Date, required: true },
    version: { type: Number, required: true },
    ...searchPaths,
  },
  { collection: 'enrolments', strict: 'throw', versionKey: false },
);
export const enrolmentSecrets = encryptedFields(schema, {
  citizenId: { kind: 'citizenId', blindIndex: true },
  phone: { kind: 'phone', blindIndex: true },
  bankCard: { kind: 'bankCard', blindIndex: true },
});
schema.index({ projectId: 1, teamId: 1, name: 1, _id: 1 });
schema.index({ projectId: 1, name: 1, _id: 1 });
schema.index({ projectId: 1, enteredOn: 1, _id: 1 });
schema.index({ employerId: 1, name: 1, _id: 1 });
schema.index({ areaCode: 1, _id: 1 });
schema.index({ name: 1, _id: 1 });
schema.index({ enteredOn: 1, _id: 1 });
schema.index({ createdAt: -1, _id: -1 });
schema.index({ workerId: 1, projectId: 1 });
schema.index(
  { openIn: 1, workerId: 1 },
  { unique: true, partialFilterExpression: { openIn: { $exists: true } } },
);
schema.index({ grams: 1 });

export const Enrolments = mongoose.model('enrolments', schema);

export type Secrets = { [Field in 'citizenId' | 'phone' | 'bankCard']?: string | undefined };
export type EnrolmentContent = Omit<
  EnrolmentRecord,
  | '_id'
  | 'version'
  | 'openIn'
  | 'elsewhere'
  | keyof Secrets
  | `${keyof Secrets}Index`
  | 'projectId'
  | 'teamId'
  | 'employerId'
  | 'workerId'
> & { projectId: string; teamId: string; employerId: string; workerId: string };

const oid = (text: string): ObjectId => new mongoose.Types.ObjectId(text);

/** What the store is given of a new enrolment. */
export function enrolmentDocument(content: EnrolmentContent, secrets: Secrets, ownId?: string) {
  const _id = new mongoose.Types.ObjectId(ownId);
  return {
    _id,
    ...content,
    projectId: oid(content.projectId),
    teamId: oid(content.teamId),
    employerId: oid(content.employerId),
    workerId: oid(content.workerId),
    ...enrolmentSecrets.sealFields(_id, secrets),
    ...(content.state === 'left' ? {} : { openIn: oid(content.teamId) }),
    ...searchFields({ persons: [content.name] }),
    version: 1,
  };
}

/** Lean documents are what the schema wrote, so they are EnrolmentRecords. */
const asRecord = (doc: unknown): EnrolmentRecord | null => doc as EnrolmentRecord | null;

export async function insertEnrolment(content: EnrolmentContent, secrets: Secrets): Promise<EnrolmentRecord> {
  const [made] = await Enrolments.create([enrolmentDocument(content, secrets)]).catch(retryWhenTaken);
  await touchSites([content.projectId]);
  return made?.toObject() as unknown as EnrolmentRecord; // what the schema has just written
}

/** Many at once, for a roster taken in whole: the schema does not look at them. */
export async function insertEnrolments(
  documents: readonly ReturnType<typeof enrolmentDocument>[],
): Promise<void> {
  await Enrolments.insertMany([...documents], { lean: true }).catch(retryWhenTaken);
  await touchSites(documents.map(({ projectId }) => projectId));
}

/** Those of these workers who stand in the team and have not left (index openIn+workerId). */
export async function findOpenIn(teamId: string, workerIds: readonly string[]): Promise<EnrolmentRecord[]> {
  const found: unknown = await Enrolments.find({ openIn: teamId, workerId: { $in: [...workerIds] } }).lean();
  return found as EnrolmentRecord[]; // lean documents of this model
}

/** Changes the enrolment if it still has this version and state; null when somebody was faster. */
export async function changeEnrolment(
  _id: unknown,
  version: number,
  state: EnrolmentState,
  { set, unset = {} }: { set: Record<string, unknown>; unset?: Record<string, 1> },
): Promise<EnrolmentRecord | null> {
  const update = {
    $set: set,
    ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
    $inc: { version: 1 },
  };
  const options = { returnDocument: 'after' } as const;
  const change = Enrolments.findOneAndUpdate({ _id, version, state }, update, options).lean().exec();
  const changed = asRecord(await change.catch(retryWhenTaken));
  if (changed !== null) await touchSites([changed.projectId]);
  return changed;
}
