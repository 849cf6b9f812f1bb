import mongoose from 'mongoose';
import type { TransactionKind } from '../../core/contract/funds.ts';
import { TRANSACTION_KINDS } from '../../core/contract/funds.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';

/** One posting of a wage account: written once, never changed. */
export interface TransactionRecord {
  _id: mongoose.Types.ObjectId;
  projectId: string;
  areaCode: string;
  branchCode: string;
  /** Its number in the ledger, from 1: the order in which the running balance was reckoned. */
  place: number;
  direction: 'in' | 'out';
  kind: TransactionKind;
  amountFen: Fen;
  on: PlainDate;
  counterparty: string;
  bankRef: string;
  payReference?: string;
  balanceFen: Fen;
  postedAt: Date;
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true, validate: Number.isSafeInteger } as const;
const schema = new mongoose.Schema(
  {
    projectId: text,
    areaCode: text,
    branchCode: text,
    place: whole,
    direction: { type: String, enum: ['in', 'out'], required: true },
    kind: { type: String, enum: TRANSACTION_KINDS, required: true },
    amountFen: { ...whole, min: 1 },
    on: text,
    counterparty: text,
    bankRef: text,
    payReference: String,
    balanceFen: whole,
    postedAt: { type: Date, required: true },
  },
  { collection: 'wageTransactions', strict: 'throw', versionKey: false },
);
schema.index({ branchCode: 1, bankRef: 1 }, { unique: true });
schema.index({ projectId: 1, place: 1, _id: 1 });
schema.index({ projectId: 1, kind: 1, on: 1 });
schema.index({ payReference: 1 }, { sparse: true });

export const Transactions = mongoose.model('wageTransactions', schema);

/** Lean documents are what the schema wrote, so they are TransactionRecords. */
const asTransaction = (doc: unknown): TransactionRecord | null => doc as TransactionRecord | null;

export async function insertTransaction(record: TransactionRecord): Promise<void> {
  await Transactions.create([record]).catch(retryWhenTaken);
}

/** Several new ones at once, for seeds and benches: the schema does not look at them. */
export async function insertTransactions(records: readonly TransactionRecord[]): Promise<void> {
  await Transactions.insertMany([...records], { lean: true }).catch(retryWhenTaken);
}

/** What the branch has posted under its own number before. */
export async function findByBankRef(branchCode: string, bankRef: string): Promise<TransactionRecord | null> {
  return asTransaction(await Transactions.findOne({ branchCode, bankRef }).lean());
}

/** Has this payment left the account already? */
export async function isPaidOut(payReference: string): Promise<boolean> {
  return (
    (await Transactions.findOne({ payReference, direction: 'out' as const }, { _id: 1 }).lean()) !== null
  );
}

/** Which of these payments have left the account already? */
export async function paidReferences(references: readonly string[]): Promise<Set<string>> {
  if (references.length === 0) return new Set();
  const paid = { payReference: { $in: [...references] }, direction: 'out' as const };
  const found = await Transactions.find(paid, { payReference: 1 }).lean();
  return new Set(found.flatMap(({ payReference }) => payReference ?? []));
}

/** Labour cost that came in within these days, and the last day on which any came. */
export async function labourCostIn(
  projectId: string,
  from: PlainDate,
  to: PlainDate,
): Promise<{ amountFen: number; on?: PlainDate }> {
  const [sum] = await Transactions.aggregate<{ amountFen: number; on: PlainDate }>([
    { $match: { projectId, kind: 'labourCost', on: { $gte: from, $lte: to } } },
    { $group: { _id: null, amountFen: { $sum: '$amountFen' }, on: { $max: '$on' } } },
  ]);
  return sum === undefined ? { amountFen: 0 } : { amountFen: sum.amountFen, on: sum.on };
}

export async function repointTransactions(fromId: string, intoId: string): Promise<void> {
  await Transactions.updateMany({ projectId: fromId }, { $set: { projectId: intoId } });
}
