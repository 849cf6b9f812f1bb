import mongoose from 'mongoose';
import type { WriteOutreach } from '../../core/contract/inspections.ts';
import { countedLater } from '../../platform/counted-later.ts';

export interface OutreachRecord extends WriteOutreach {
  _id: mongoose.Types.ObjectId;
  createdAt: Date;
  version: number;
}

const schema = new mongoose.Schema<OutreachRecord>(
  {
    areaCode: { type: String, required: true },
    on: { type: String, required: true },
    what: { type: String, required: true },
    leaflets: { type: Number, required: true },
    vehicles: { type: Number, required: true },
    people: { type: Number, required: true },
    slogans: { type: Number, required: true },
    consultations: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    version: { type: Number, required: true },
  },
  { strict: 'throw', versionKey: false },
);
schema.plugin(countedLater);
schema.index({ on: 1, _id: 1 });
schema.index({ areaCode: 1, on: 1 });
export const Outreach = mongoose.model('outreach', schema, 'outreach');

export async function insertOutreach(content: WriteOutreach, createdAt: Date): Promise<OutreachRecord> {
  const [made] = await Outreach.create([{ ...content, createdAt, version: 1 }]);
  return made?.toObject() as OutreachRecord; // what the schema has just written
}

export async function findOutreach(
  id: string,
  limits: Record<string, unknown>,
): Promise<OutreachRecord | null> {
  return Outreach.findOne({ _id: id, ...limits }).lean<OutreachRecord>();
}

/** One conditional write: null when the record changed since `version` was read. */
export async function replaceOutreach(
  id: string,
  version: number,
  content: WriteOutreach,
): Promise<OutreachRecord | null> {
  return Outreach.findOneAndUpdate(
    { _id: id, version },
    { $set: { ...content }, $inc: { version: 1 } },
    { returnDocument: 'after' },
  ).lean<OutreachRecord>();
}
