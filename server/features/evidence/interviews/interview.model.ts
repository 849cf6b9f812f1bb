import mongoose from 'mongoose';
import type { WriteInterview } from '../../../core/contract/evidence.ts';
import type { Sealed } from '../../../platform/crypto/index.ts';
import { encryptedFields } from '../../../platform/crypto/index.ts';
import type { ByStaff } from '../evidence.model.ts';

export interface StoredSignature {
  who: 'person' | 'inspector';
  /** Of an inspector only: the person's own name stands sealed. */
  name?: string;
  at: Date;
  strokes: number[][];
}

/** An interview as it lies in the store; after it was signed only its paper counts. */
export interface InterviewRecord {
  _id: mongoose.Types.ObjectId;
  version: number;
  caseId: string;
  areaCode: string;
  officeCode: string;
  state: 'open' | 'signed';
  inspectors: ByStaff[];
  personName?: Sealed;
  personRole: string;
  place: string;
  begunAt: Date;
  endedAt?: Date;
  lines: WriteInterview['lines'];
  isReporter: boolean;
  signatures: StoredSignature[];
  unsignedReason?: string;
  pdfFileId?: string;
  evidenceId?: string;
  createdAt: Date;
}

const shape = { _id: false, id: false, strict: 'throw', versionKey: false } as const;
const text = { type: String, required: true } as const;
const schema = new mongoose.Schema(
  {
    version: { type: Number, required: true },
    caseId: text,
    areaCode: text,
    officeCode: text,
    state: { ...text, enum: ['open', 'signed'] },
    inspectors: [new mongoose.Schema<ByStaff>({ id: text, name: text }, shape)],
    personRole: text,
    place: text,
    begunAt: { type: Date, required: true },
    endedAt: Date,
    lines: [
      new mongoose.Schema(
        { question: { type: String, default: '' }, answer: { type: String, default: '' } },
        shape,
      ),
    ],
    isReporter: { type: Boolean, required: true },
    signatures: [
      new mongoose.Schema(
        { who: text, name: String, at: { type: Date, required: true }, strokes: [[Number]] },
        shape,
      ),
    ],
    unsignedReason: String,
    pdfFileId: String,
    evidenceId: String,
    createdAt: { type: Date, required: true },
  },
  { collection: 'interviews', strict: 'throw', versionKey: false },
);
const secrets = encryptedFields(schema, { personName: { kind: 'name' } });
schema.index({ caseId: 1, _id: 1 });

const Interviews = mongoose.model('interviews', schema);
/** Lean documents are what the schema wrote. */
const asRecord = (doc: unknown): InterviewRecord | null => doc as InterviewRecord | null;

export const personNameOf = (record: InterviewRecord): string => secrets.openFields(record).personName ?? '';

export type NewInterview = Omit<InterviewRecord, '_id' | 'version' | 'personName'> & { personName: string };

export async function insertInterview({ personName, ...plain }: NewInterview): Promise<InterviewRecord> {
  const _id = new mongoose.Types.ObjectId();
  const record = { _id, version: 1, ...plain, ...secrets.sealFields(_id, { personName }) };
  await Interviews.create([record]);
  return record; // sealed under the names the record has
}

export async function findInterview(
  id: string,
  limits: Record<string, unknown>,
): Promise<InterviewRecord | null> {
  return asRecord(await Interviews.findOne({ $and: [{ _id: id }, limits] }).lean());
}

/** The interviews of a case, oldest first (index caseId). */
export async function findInterviewsOfCase(
  caseId: string,
  limits: Record<string, unknown>,
): Promise<InterviewRecord[]> {
  const found: unknown = await Interviews.find({ caseId, ...limits })
    .sort({ _id: 1 })
    .limit(200)
    .lean();
  return found as InterviewRecord[]; // lean documents of this model
}

/** Interviews nobody has finished yet. */
export const countOpenInterviews = (caseId: string): Promise<number> =>
  Interviews.countDocuments({ caseId, state: 'open' }).exec();

/** Those that were signed and may be seen by everybody of the office, oldest first (index caseId). */
export const signedInterviewsOf = (caseId: string): Promise<InterviewRecord[]> =>
  findInterviewsOfCase(caseId, { state: 'signed', isReporter: false });

/** One conditional write on id, version and that it is open; null when somebody was faster. */
export async function changeInterview(
  { _id, version }: Pick<InterviewRecord, '_id' | 'version'>,
  set: Partial<Omit<InterviewRecord, '_id' | 'version' | 'personName'>>,
  personName?: string,
): Promise<InterviewRecord | null> {
  const sealed = secrets.sealFields(_id, { personName });
  return asRecord(
    await Interviews.findOneAndUpdate(
      { _id, version, state: 'open' },
      { $set: { ...set, ...sealed }, $inc: { version: 1 } },
      { returnDocument: 'after', runValidators: true },
    ).lean(),
  );
}
