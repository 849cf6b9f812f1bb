import mongoose from 'mongoose';
import { BANK_STATES, PAY_ANSWERS } from '../../core/contract/payroll.ts';
import { PAY_KINDS } from '../../core/contract/roster.ts';
import { encryptedFields } from '../../platform/crypto/index.ts';
import type { PayrollLineRecord, StoredAnswer } from './payroll.record.ts';

const shape = { _id: false, strict: 'throw', versionKey: false } as const;
const whole = { type: Number, required: true, validate: Number.isSafeInteger } as const;
const text = { type: String, required: true } as const;

const answer = new mongoose.Schema<StoredAnswer>(
  {
    kind: { type: String, enum: PAY_ANSWERS, required: true },
    amountFen: Number,
    note: String,
    at: { type: Date, required: true },
    via: { type: String, enum: ['phone', 'link'], required: true },
  },
  shape,
);
const deductions = new mongoose.Schema(
  { incomeTax: whole, socialInsurance: whole, courtOrdered: whole, damage: whole, other: whole },
  shape,
);
const bank = new mongoose.Schema(
  {
    state: { type: String, enum: BANK_STATES, required: true },
    reference: String,
    payFileId: String,
    amountFen: Number,
    on: String,
    reason: String,
    attempts: whole,
    takenBack: {
      type: [new mongoose.Schema({ amountFen: whole, creditedOn: text, on: text, reason: text }, shape)],
      default: undefined,
    },
  },
  shape,
);

const schema = new mongoose.Schema(
  {
    version: { type: Number, required: true },
    sheetId: text,
    projectId: text,
    areaCode: text,
    employerId: text,
    teamId: text,
    payMonth: text,
    standing: { type: Boolean, required: true },
    row: whole,
    workerId: text,
    enrolmentId: String,
    workerName: text,
    bankName: String,
    workType: String,
    payKind: { type: String, enum: PAY_KINDS, required: true },
    daysHundredths: whole,
    hoursHundredths: Number,
    attendedHundredths: Number,
    dayRateFen: Number,
    piecesHundredths: Number,
    piecePriceFen: Number,
    overtimeFen: whole,
    allowancesFen: whole,
    backPayFen: whole,
    backPayMonth: String,
    grossFen: whole,
    advanceFen: whole,
    deductions: { type: deductions, required: true },
    otherGround: String,
    netFen: whole,
    isSigned: { type: Boolean, required: true },
    answer,
    answers: { type: [answer], default: [] },
    bank: { type: bank, required: true },
    complaintId: String,
    cardQuestion: new mongoose.Schema({ askedAt: Date, inHand: Boolean, answeredAt: Date }, shape),
    slipSentAt: Date,
  },
  { collection: 'payrollLines', strict: 'throw', versionKey: false },
);
/**
 * Who it is and where the money goes, as they stood on the day it was filed. Compared within a sheet and a person, never
 * looked up: two indexes of random keys would make up half of what filing 10,000 lines writes.
 */
export const lineSecrets = encryptedFields(schema, {
  citizenId: { kind: 'citizenId', blindIndex: 'compared' },
  bankCard: { kind: 'bankCard', blindIndex: 'compared' },
  phone: { kind: 'phone' },
});
schema.index({ sheetId: 1, row: 1, _id: 1 });
schema.index({ workerId: 1, payMonth: 1, _id: 1 });
schema.index({ projectId: 1, payMonth: 1, _id: 1 });

export const PayrollLines = mongoose.model('payrollLines', schema);

/** Lean documents are what the schema wrote, so they are PayrollLineRecords. */
export const asLine = (doc: unknown): PayrollLineRecord | null => doc as PayrollLineRecord | null;
export const asLines = (docs: unknown): PayrollLineRecord[] => docs as PayrollLineRecord[];

export async function findLine(id: string): Promise<PayrollLineRecord | null> {
  return asLine(await PayrollLines.findById(id).lean());
}

/** Lines of sheets that count, of a project's month (index projectId+payMonth). */
export async function findLinesOfMonth(projectId: string, payMonth: string): Promise<PayrollLineRecord[]> {
  return asLines(await PayrollLines.find({ projectId, payMonth, standing: true }).lean());
}

/** All lines of a sheet in the order they were filed (index sheetId+row). */
export async function findLinesOfSheet(sheetId: string): Promise<PayrollLineRecord[]> {
  return asLines(await PayrollLines.find({ sheetId }).sort({ row: 1, _id: 1 }).lean());
}

/** One conditional write on id and version; null when somebody was faster. */
export async function changeLine(
  { _id, version }: Pick<PayrollLineRecord, '_id' | 'version'>,
  change: { set?: Record<string, unknown>; unset?: Record<string, 1>; answers?: StoredAnswer },
): Promise<PayrollLineRecord | null> {
  const { set = {}, unset = {}, answers } = change;
  const update = {
    ...(Object.keys(set).length === 0 ? {} : { $set: set }),
    ...(Object.keys(unset).length === 0 ? {} : { $unset: unset }),
    ...(answers === undefined ? {} : { $push: { answers } }),
    $inc: { version: 1 },
  };
  const options = { returnDocument: 'after', runValidators: true } as const;
  return asLine(await PayrollLines.findOneAndUpdate({ _id, version }, update, options).lean());
}
