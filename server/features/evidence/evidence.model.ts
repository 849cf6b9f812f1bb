import mongoose from 'mongoose';
import { EVIDENCE_KINDS, EVIDENCE_SIDES } from '../../core/contract/evidence.ts';
import type { EvidenceKind, EvidenceSide, FrozenRecord } from '../../core/contract/evidence.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';

export interface ByStaff {
  id: string;
  name: string;
}

export interface EvidenceCopy {
  id: string;
  fileId: string;
  madeOn: PlainDate;
  madeBy: ByStaff;
  redactions: number;
  reason: string;
  sha256: string;
  sm3?: string;
}

/** One piece of evidence. Its bytes are in the file store or, for a frozen record, here. */
export interface EvidenceRecord {
  _id: mongoose.Types.ObjectId;
  version: number;
  caseId: string;
  areaCode: string;
  officeCode: string;
  number: number;
  kind: EvidenceKind;
  side: EvidenceSide;
  title: string;
  shows?: string;
  obtainedOn: PlainDate;
  obtainedBy: ByStaff;
  place?: string;
  fileId?: string;
  frozen?: string;
  record?: FrozenRecord;
  /** The complaint it came with. */
  complaintId?: string;
  interviewId?: string;
  isHidden: boolean;
  bytes: number;
  sha256: string;
  sm3?: string;
  copies: EvidenceCopy[];
  isWithdrawn: boolean;
  withdrawn?: { on: PlainDate; by: ByStaff; reason: string };
}

const shape = { _id: false, id: false, strict: 'throw', versionKey: false } as const;
const text = { type: String, required: true } as const;
const by = new mongoose.Schema<ByStaff>({ id: text, name: text }, shape);
const hash = { ...text, match: /^[0-9a-f]{64}$/u } as const;
const copy = new mongoose.Schema<EvidenceCopy>(
  {
    id: text,
    fileId: text,
    madeOn: text,
    madeBy: { type: by, required: true },
    redactions: { type: Number, required: true },
    reason: text,
    sha256: hash,
    sm3: String,
  },
  shape,
);
const schema = new mongoose.Schema<EvidenceRecord>(
  {
    version: { type: Number, required: true },
    caseId: text,
    areaCode: text,
    officeCode: text,
    number: { type: Number, required: true, min: 1, validate: Number.isSafeInteger },
    kind: { ...text, enum: EVIDENCE_KINDS },
    side: { ...text, enum: EVIDENCE_SIDES },
    title: text,
    shows: String,
    obtainedOn: text,
    obtainedBy: { type: by, required: true },
    place: String,
    fileId: String,
    frozen: String,
    record: new mongoose.Schema<FrozenRecord>({ kind: text, id: text, month: String }, shape),
    complaintId: String,
    interviewId: String,
    isHidden: { type: Boolean, required: true },
    bytes: { type: Number, required: true, validate: Number.isSafeInteger },
    sha256: hash,
    sm3: String,
    copies: { type: [copy], required: true },
    isWithdrawn: { type: Boolean, required: true },
    withdrawn: new mongoose.Schema({ on: text, by: { type: by, required: true }, reason: text }, shape),
  },
  { collection: 'caseEvidence', strict: 'throw', versionKey: false },
);
// The place that two additions at once would both take: one of them is run again.
schema.index({ caseId: 1, number: 1 }, { unique: true });

export const Evidence = mongoose.model('caseEvidence', schema);

/** Lean documents are what the schema wrote. */
const asRecord = (doc: unknown): EvidenceRecord | null => doc as EvidenceRecord | null;
const asRecords = (docs: unknown): EvidenceRecord[] => docs as EvidenceRecord[];
type Filter = Record<string, unknown>;

export type NewEvidence = Omit<
  EvidenceRecord,
  '_id' | 'version' | 'number' | 'copies' | 'isWithdrawn' | 'withdrawn'
>;

/** Takes the next number of the case: nothing is ever deleted, so the last one and one more leaves no gap. */
export async function insertEvidence(piece: NewEvidence): Promise<EvidenceRecord> {
  const last = await Evidence.findOne({ caseId: piece.caseId }, { number: 1 }).sort({ number: -1 }).lean();
  const record: EvidenceRecord = {
    ...piece,
    _id: new mongoose.Types.ObjectId(),
    version: 1,
    number: (last?.number ?? 0) + 1,
    copies: [],
    isWithdrawn: false,
  };
  await Evidence.create([record]).catch(retryWhenTaken);
  return record;
}

export async function findEvidence(id: string, limits: Filter): Promise<EvidenceRecord | null> {
  return asRecord(await Evidence.findOne({ $and: [{ _id: id }, limits] }).lean());
}

/** All pieces of a case by number, within the limits. */
export async function findEvidenceOfCase(caseId: string, limits: Filter = {}): Promise<EvidenceRecord[]> {
  return asRecords(
    await Evidence.find({ caseId, ...limits })
      .sort({ number: 1 })
      .lean(),
  );
}

export const countEvidence = (caseId: string): Promise<number> => Evidence.countDocuments({ caseId }).exec();

/** One conditional write on id and version; null when somebody was faster. */
export async function changeEvidence(
  { _id, version }: Pick<EvidenceRecord, '_id' | 'version'>,
  { set = {}, unset, copy: made }: { set?: Filter; unset?: Record<string, 1>; copy?: EvidenceCopy },
): Promise<EvidenceRecord | null> {
  return asRecord(
    await Evidence.findOneAndUpdate(
      { _id, version, isWithdrawn: false },
      {
        $inc: { version: 1 },
        ...(Object.keys(set).length === 0 ? {} : { $set: set }),
        ...(unset === undefined ? {} : { $unset: unset }),
        ...(made === undefined ? {} : { $push: { copies: made } }),
      },
      { returnDocument: 'after', runValidators: true },
    ).lean(),
  );
}
