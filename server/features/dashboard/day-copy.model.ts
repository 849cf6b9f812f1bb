import { deflateRawSync, inflateRawSync } from 'node:zlib';
import mongoose from 'mongoose';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Counts } from '../reports/index.ts';
import type { SiteSum } from './site-sum.model.ts';

/** What stood open on a day, as it was when the day was last looked at: one record a day for the whole installation. */
export interface DayCopy {
  standing: [areaCode: string, counts: Counts][];
  sums: SiteSum[];
  sitesAt: string | null;
}

const schema = new mongoose.Schema(
  { _id: { type: String, required: true }, packed: { type: Buffer, required: true } },
  { collection: 'dashboardDays', strict: 'throw', versionKey: false },
);
const DayCopies = mongoose.model('dashboardDays', schema);

/** The last one of a day stays. */
export async function keepDay(day: PlainDate, copy: DayCopy): Promise<void> {
  const packed = deflateRawSync(JSON.stringify(copy));
  await DayCopies.updateOne({ _id: day }, { $set: { packed } }, { upsert: true });
}

export async function findDay(day: PlainDate): Promise<DayCopy | null> {
  const found = await DayCopies.findById(day);
  return found === null ? null : (JSON.parse(inflateRawSync(found.packed).toString('utf8')) as DayCopy); // packed above
}
