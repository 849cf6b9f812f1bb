import mongoose from 'mongoose';

/**
 * How far a change of keys has come, so that one that was stopped goes on where it was: `field:<key id>` while values are
 * sealed with that key anew, `cookie:<key id>` since when it signs, `blind` while the blind indexes are made anew.
 */
export interface KeyRotation {
  _id: string;
  /** The collection in work and the last document done in it. */
  collectionName?: string;
  after?: unknown;
  changed: number;
  doneAt?: Date;
  /** Of the blind indexes: the mark of the key they are made with, or are being made with. */
  blindMark?: string;
}

const schema = new mongoose.Schema<KeyRotation>(
  {
    _id: { type: String, required: true },
    collectionName: String,
    after: mongoose.Schema.Types.Mixed,
    changed: { type: Number, required: true },
    doneAt: Date,
    blindMark: String,
  },
  { collection: 'keyRotations', strict: 'throw', versionKey: false },
);
const KeyRotations = mongoose.model('keyRotations', schema);

export const findRotation = (id: string): Promise<KeyRotation | null> =>
  KeyRotations.findById(id).lean<KeyRotation>().exec();

export async function keepRotation({ _id, ...record }: KeyRotation): Promise<void> {
  await KeyRotations.replaceOne({ _id }, record, { upsert: true });
}

export async function forgetRotation(id: string): Promise<void> {
  await KeyRotations.deleteOne({ _id: id });
}
