import mongoose from 'mongoose';
import type { RetentionKind, RetentionState } from '../../core/contract/retention.ts';
import { RETENTION_KINDS, RETENTION_STATES } from '../../core/contract/retention.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import type { KeptFor } from './find-due-records.ts';

/** One kind of records of a list, counted. */
export interface StoredLot {
  kind: RetentionKind;
  period: KeptFor;
  records: number;
  until: PlainDate;
  deleted: number;
  kept: number;
  /** Its event is written. */
  done: boolean;
}

/** What may be deleted in an area, as somebody decided on it. */
export interface RetentionListRecord {
  _id: mongoose.Types.ObjectId;
  version: number;
  areaCode: string;
  /** One list for an area and month of the calendar. */
  month: PayMonth;
  drawnOn: PlainDate;
  state: RetentionState;
  lots: StoredLot[];
  decidedBy?: { id: string; name: string };
  decidedAt?: Date;
  reason?: string;
  deletedOn?: PlainDate;
}

const shape = { _id: false, strict: 'throw', versionKey: false } as const;
const text = { type: String, required: true } as const;
const count = { type: Number, required: true, min: 0, validate: Number.isSafeInteger } as const;
const flag = { type: Boolean, required: true } as const;

const lot = new mongoose.Schema<StoredLot>(
  {
    kind: { type: String, enum: RETENTION_KINDS, required: true },
    ...{ period: text, records: count, until: text, deleted: count, kept: count, done: flag },
  },
  shape,
);
const schema = new mongoose.Schema(
  {
    ...{ version: count, areaCode: text, month: text, drawnOn: text },
    state: { type: String, enum: RETENTION_STATES, required: true },
    lots: { type: [lot], required: true },
    decidedBy: new mongoose.Schema({ id: text, name: text }, { ...shape, id: false }),
    ...{ decidedAt: Date, reason: String, deletedOn: String },
  },
  { collection: 'retentionLists', strict: 'throw', versionKey: false },
);
// Two jobs at once draw one list.
schema.index({ areaCode: 1, month: 1 }, { unique: true });
schema.index({ areaCode: 1, drawnOn: 1, _id: 1 });
schema.index({ drawnOn: 1, _id: 1 });
schema.index({ state: 1, _id: 1 });
export const RetentionLists = mongoose.model('retentionLists', schema);

const asList = (doc: unknown): RetentionListRecord | null => doc as RetentionListRecord | null; // as the schema wrote it

export async function insertList(list: RetentionListRecord): Promise<void> {
  await RetentionLists.create([list]).catch(retryWhenTaken);
}

/** Is there one of this month, or one that nobody has decided on or that is not worked off yet? (index areaCode+month) */
export async function hasList(areaCode: string, month: PayMonth): Promise<boolean> {
  const same = { areaCode, $or: [{ month }, { state: { $in: ['waiting' as const, 'approved' as const] } }] };
  return (await RetentionLists.findOne(same, { _id: 1 }).lean()) !== null;
}

export async function findList(
  id: string,
  limits: Record<string, unknown> = {},
): Promise<RetentionListRecord | null> {
  return asList(await RetentionLists.findOne({ $and: [{ _id: id }, limits] }).lean());
}

/** Those to be worked off, oldest first (index state). */
export async function findApproved(): Promise<RetentionListRecord[]> {
  const found: unknown = await RetentionLists.find({ state: 'approved' }).sort({ _id: 1 }).lean();
  return found as RetentionListRecord[]; // as the schema wrote them
}

/** One conditional write on id, state and version; null when somebody was faster. */
export async function changeList(
  { _id, state, version }: Pick<RetentionListRecord, '_id' | 'state' | 'version'>,
  set: Record<string, unknown>,
): Promise<RetentionListRecord | null> {
  const change = RetentionLists.findOneAndUpdate(
    { _id, state, version },
    { $set: set, $inc: { version: 1 } },
    { returnDocument: 'after', runValidators: true },
  );
  return asList(await change.lean());
}
