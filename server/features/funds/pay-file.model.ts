import mongoose from 'mongoose';
import type { PayFileState } from '../../core/contract/funds.ts';
import { PAY_FILE_STATES } from '../../core/contract/funds.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';

export interface PayFileRecord {
  _id: mongoose.Types.ObjectId;
  version: number;
  number: string;
  projectId: string;
  areaCode: string;
  branchCode: string;
  payMonths: PayMonth[];
  isRepay: boolean;
  lines: number;
  totalFen: Fen;
  credited: number;
  creditedFen: Fen;
  bounced: number;
  state: PayFileState;
  issuedAt: Date;
  takenAt?: Date;
  answeredAt?: Date;
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true, min: 0, validate: Number.isSafeInteger } as const;
const schema = new mongoose.Schema(
  {
    version: whole,
    number: text,
    projectId: text,
    areaCode: text,
    branchCode: text,
    payMonths: { type: [String], required: true },
    isRepay: { type: Boolean, required: true },
    lines: whole,
    totalFen: whole,
    credited: whole,
    creditedFen: whole,
    bounced: whole,
    state: { type: String, enum: PAY_FILE_STATES, required: true },
    issuedAt: { type: Date, required: true },
    takenAt: Date,
    answeredAt: Date,
  },
  { collection: 'payFiles', strict: 'throw', versionKey: false },
);
schema.index({ number: 1 }, { unique: true });
schema.index({ projectId: 1, issuedAt: 1, _id: 1 });
schema.index({ branchCode: 1, issuedAt: 1, _id: 1 });
schema.index({ areaCode: 1, issuedAt: 1, _id: 1 });
schema.index({ issuedAt: 1, _id: 1 });

export const PayFiles = mongoose.model('payFiles', schema);

/** Lean documents are what the schema wrote, so they are PayFileRecords. */
const asFile = (doc: unknown): PayFileRecord | null => doc as PayFileRecord | null;

export async function insertPayFile(file: PayFileRecord): Promise<void> {
  await PayFiles.create([file]);
}

/** The pay file, when it lies within these limits. */
export async function findPayFile(
  id: string,
  limits: Record<string, unknown>,
): Promise<PayFileRecord | null> {
  return asFile(await PayFiles.findOne({ $and: [{ _id: id }, limits] }).lean());
}

export async function findPayFileByNumber(
  number: string,
  limits: Record<string, unknown>,
): Promise<PayFileRecord | null> {
  return asFile(await PayFiles.findOne({ $and: [{ number }, limits] }).lean());
}

/** Changes the pay file if it still has this version; null when somebody was faster. */
export async function changePayFile(
  { _id, version }: Pick<PayFileRecord, '_id' | 'version'>,
  set: Partial<Omit<PayFileRecord, '_id' | 'version'>>,
): Promise<PayFileRecord | null> {
  const update = { $set: set, $inc: { version: 1 } };
  const options = { returnDocument: 'after', runValidators: true } as const;
  return asFile(await PayFiles.findOneAndUpdate({ _id, version }, update, options).lean());
}

/** The day on which wages of this month were last sent to the bank (index projectId+issuedAt). */
export async function lastPayFileOn(projectId: string, payMonth: PayMonth): Promise<PlainDate | undefined> {
  const last = await PayFiles.findOne({ projectId, payMonths: payMonth }, { issuedAt: 1 })
    .sort({ issuedAt: -1, _id: -1 })
    .lean();
  return last === null ? undefined : toShanghaiDay(last.issuedAt.getTime());
}

/** What was of one project is of the other from now on. */
export async function repointPayFiles(fromId: string, intoId: string): Promise<void> {
  await PayFiles.updateMany({ projectId: fromId }, { $set: { projectId: intoId } });
}
