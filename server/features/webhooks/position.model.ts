import mongoose from 'mongoose';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { SealPosition } from '../../platform/audit/index.ts';

/** How far the chain of events has been made into deliveries; one record. */
interface Stored {
  _id: string;
  version: number;
  day: PlainDate;
  taken: Record<string, number>;
}
export type StoredPosition = SealPosition & { version: number };

const ONLY = 'events';
const schema = new mongoose.Schema<Stored>(
  {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    day: { type: String, required: true },
    taken: { type: mongoose.Schema.Types.Mixed, required: true },
  },
  { collection: 'webhookPosition', strict: 'throw', versionKey: false, minimize: false },
);
const Positions = mongoose.model('webhookPosition', schema);

export async function findPosition(): Promise<StoredPosition | null> {
  return Positions.findById(ONLY).lean<Stored>();
}

/** Reading begins with the day on which the first webhook is opened. */
export async function beginReading(day: PlainDate): Promise<void> {
  await Positions.updateOne(
    { _id: ONLY },
    { $setOnInsert: { version: 1, day, taken: {} } },
    { upsert: true },
  );
}

/** False when another process was faster. */
export async function movePosition(version: number, { day, taken }: SealPosition): Promise<boolean> {
  const done = await Positions.updateOne(
    { _id: ONLY, version },
    { $set: { day, taken, version: version + 1 } },
  );
  return done.modifiedCount === 1;
}
