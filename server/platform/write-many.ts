import type mongoose from 'mongoose';
import { currentSession } from './db.ts';

interface Write {
  /** The record this is about. */
  filter: Record<string, unknown>;
  /** As it stands from now on, whatever stood there. */
  replacement: Record<string, unknown>;
}

/**
 * Puts many records of a program's own making in the place of what stood there, in one command and in the transaction
 * that runs. It goes past the model, whose casts and copies cost several times what the store does: nothing of it may
 * come from outside, and the types have to be those of the schema.
 */
export async function replaceMany(
  { collection }: Pick<mongoose.Model<never>, 'collection'>,
  writes: readonly Write[],
): Promise<void> {
  if (writes.length === 0) return;
  const session = currentSession();
  await collection.bulkWrite(
    writes.map((replaceOne) => ({ replaceOne: { ...replaceOne, upsert: true } })),
    // One after the other, so that a transaction knows where it ended.
    { ordered: true, ignoreUndefined: true, ...(session === null ? {} : { session }) },
  );
}

interface Change {
  filter: Record<string, unknown>;
  update: Record<string, unknown>;
  /** What is not there is made. */
  upsert?: boolean;
}

/** Changes many records, each by its own update, as above: past the model, in one command, in the order given. */
export async function changeMany(
  { collection }: Pick<mongoose.Model<never>, 'collection'>,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  const session = currentSession();
  await collection.bulkWrite(
    changes.map((updateOne) => ({ updateOne })),
    { ordered: true, ignoreUndefined: true, ...(session === null ? {} : { session }) },
  );
}
