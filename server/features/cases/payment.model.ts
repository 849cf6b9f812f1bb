import mongoose from 'mongoose';
import type { PaymentMeans, PaymentState } from '../../core/contract/claims.ts';
import { PAYMENT_MEANS, PAYMENT_STATES } from '../../core/contract/claims.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';

/** Money for one person of a case: seen by its proof, or said to be paid and waiting for the person's own word. */
export interface PaymentRecord {
  _id: mongoose.Types.ObjectId;
  version: number;
  claimId: string;
  caseId: string;
  fen: Fen;
  paidOn: PlainDate;
  means: PaymentMeans;
  state: PaymentState;
  receivedFen?: Fen;
  answeredOn?: PlainDate;
  fileIds: string[];
  note?: string;
}

const fen = { type: Number, min: 0, validate: Number.isSafeInteger } as const;
const schema = new mongoose.Schema<PaymentRecord>(
  {
    version: { type: Number, required: true },
    claimId: { type: String, required: true },
    caseId: { type: String, required: true },
    fen: { ...fen, required: true },
    paidOn: { type: String, required: true },
    means: { type: String, enum: PAYMENT_MEANS, required: true },
    state: { type: String, enum: PAYMENT_STATES, required: true },
    receivedFen: fen,
    answeredOn: String,
    fileIds: { type: [String], required: true },
    note: String,
  },
  { collection: 'payments', strict: 'throw', versionKey: false },
);
schema.index({ claimId: 1, _id: 1 });
const Payments = mongoose.model('payments', schema);

export async function insertPayments(rows: readonly Omit<PaymentRecord, '_id' | 'version'>[]): Promise<void> {
  await Payments.insertMany(rows.map((row) => ({ ...row, version: 1 })));
}

export async function findPayment(id: string): Promise<PaymentRecord | null> {
  return Payments.findById(id).lean<PaymentRecord>();
}

/** Payments of these people, oldest first. */
export async function findPaymentsOf(claimIds: readonly string[]): Promise<PaymentRecord[]> {
  if (claimIds.length === 0) return [];
  return Payments.find({ claimId: { $in: [...claimIds] } })
    .sort({ _id: 1 })
    .lean<PaymentRecord[]>();
}

/** Answers or takes back a payment that still waits; null when somebody was faster. */
export async function settlePayment(
  id: mongoose.Types.ObjectId,
  set: Pick<PaymentRecord, 'state'> & Partial<Pick<PaymentRecord, 'receivedFen' | 'answeredOn'>>,
): Promise<PaymentRecord | null> {
  return Payments.findOneAndUpdate(
    { _id: id, state: 'waiting' },
    { $set: set, $inc: { version: 1 } },
    { returnDocument: 'after' },
  ).lean<PaymentRecord>();
}

/** Takes back what was recorded, whatever its state; the caller has looked at it in the same transaction. */
export async function revokeRecorded({ _id }: Pick<PaymentRecord, '_id'>): Promise<void> {
  await Payments.updateOne({ _id }, { $set: { state: 'revoked' }, $inc: { version: 1 } });
}
