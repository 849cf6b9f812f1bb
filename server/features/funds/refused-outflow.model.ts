import mongoose from 'mongoose';
import type { Fen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import { touchProject } from '../../platform/touched-projects.ts';
import type { RefusalReason } from './refusal.ts';
import { REFUSAL_REASONS } from './refusal.ts';

/** Money that was to leave a wage account for somebody else than its workers. */
export interface RefusedOutflowRecord {
  _id: mongoose.Types.ObjectId;
  projectId: string;
  areaCode: string;
  branchCode: string;
  bankRef: string;
  kind: string;
  amountFen: Fen;
  on: PlainDate;
  counterparty: string;
  payReference?: string;
  reason: RefusalReason;
  at: Date;
}

const text = { type: String, required: true } as const;
const schema = new mongoose.Schema(
  {
    projectId: text,
    areaCode: text,
    branchCode: text,
    bankRef: text,
    kind: text,
    amountFen: { type: Number, required: true, validate: Number.isSafeInteger },
    on: text,
    counterparty: text,
    payReference: String,
    reason: { type: String, enum: REFUSAL_REASONS, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'refusedOutflows', strict: 'throw', versionKey: false },
);
schema.index({ branchCode: 1, bankRef: 1 }, { unique: true });
schema.index({ projectId: 1, at: 1, _id: 1 });
schema.index({ branchCode: 1, at: 1, _id: 1 });
schema.index({ areaCode: 1, at: 1, _id: 1 });
schema.index({ at: 1, _id: 1 });

export const RefusedOutflows = mongoose.model('refusedOutflows', schema);

export async function insertRefusal(record: RefusedOutflowRecord): Promise<void> {
  await RefusedOutflows.create([record]).catch(retryWhenTaken);
  await touchProject(record.projectId);
}

export async function findRefusal(branchCode: string, bankRef: string): Promise<RefusedOutflowRecord | null> {
  const found: unknown = await RefusedOutflows.findOne({ branchCode, bankRef }).lean();
  return found as RefusedOutflowRecord | null; // lean documents are what the schema wrote
}

export async function repointRefusals(fromId: string, intoId: string): Promise<void> {
  await RefusedOutflows.updateMany({ projectId: fromId }, { $set: { projectId: intoId } });
  await touchProject(intoId);
}
