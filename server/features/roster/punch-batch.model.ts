import mongoose from 'mongoose';
import type { PunchesTaken } from '../../core/contract/attendance.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';

const schema = new mongoose.Schema(
  {
    clientId: { type: String, required: true },
    batchId: { type: String, required: true },
    /** What was answered the first time, as JSON. */
    answer: { type: String, required: true },
    takenAt: { type: Date, required: true },
  },
  { collection: 'punchBatches', strict: 'throw', versionKey: false },
);
schema.index({ clientId: 1, batchId: 1 }, { unique: true });

export const PunchBatches = mongoose.model('punchBatches', schema);

/** What this client was answered for the batch before; null for a new one. */
export async function findAnswer(clientId: string, batchId: string): Promise<PunchesTaken | null> {
  const found = await PunchBatches.findOne({ clientId, batchId }).lean();
  return found === null ? null : (JSON.parse(found.answer) as PunchesTaken); // as it was written below
}

export async function keepAnswer(
  clientId: string,
  batchId: string,
  answer: PunchesTaken,
  takenAt: Date,
): Promise<void> {
  const kept = { clientId, batchId, answer: JSON.stringify(answer), takenAt };
  await PunchBatches.create([kept]).catch(retryWhenTaken);
}
