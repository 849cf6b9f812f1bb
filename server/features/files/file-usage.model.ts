import mongoose from 'mongoose';
import { retryWhenTaken } from '../../platform/audit/index.ts';

/** Bytes a person's files and announced uploads take; changed in the same transaction as they are. */
interface FileUsage {
  _id: string;
  bytes: number;
}

const schema = new mongoose.Schema<FileUsage>(
  { _id: { type: String, required: true }, bytes: { type: Number, required: true } },
  { strict: 'throw', versionKey: false },
);
const Usage = mongoose.model('fileUsage', schema, 'fileUsage');

export async function usedBytes(userId: string): Promise<number> {
  return (await Usage.findById(userId).lean())?.bytes ?? 0;
}

/**
 * Takes or gives back bytes; false when they would exceed the quota. Two changes at once meet on the one record, so
 * that together they cannot pass it.
 */
export async function changeUsage(userId: string, bytes: number, quota: number): Promise<boolean> {
  if (bytes > 0 && (await usedBytes(userId)) + bytes > quota) return false;
  // A person's very first two uploads may begin at the same moment.
  await Usage.updateOne({ _id: userId }, { $inc: { bytes } }, { upsert: true }).exec().catch(retryWhenTaken);
  return true;
}
