import mongoose from 'mongoose';
import type { OpenStatistics } from '../../core/contract/open-statistics.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Quarter } from '../../core/open-statistics/quarter.ts';

/** A quarter as it was published on a day: everything that is shown, and nothing that is not. */
export type OpenQuarter = Omit<OpenStatistics, 'quarters'>;
interface Stored {
  _id: Quarter;
  computedOn: PlainDate;
  shown: OpenQuarter;
}

const schema = new mongoose.Schema<Stored>(
  {
    _id: { type: String, required: true },
    computedOn: { type: String, required: true },
    shown: { type: mongoose.Schema.Types.Mixed, required: true },
  },
  { collection: 'openStatistics', strict: 'throw', versionKey: false, minimize: false },
);
const OpenQuarters = mongoose.model('openStatistics', schema);

/** The quarter as it was computed on that day; null when it was not. */
export async function findOpenQuarter(quarter: Quarter, day: PlainDate): Promise<OpenQuarter | null> {
  const found = await OpenQuarters.findById(quarter).lean<Stored>();
  return found?.computedOn === day ? found.shown : null;
}

export async function keepOpenQuarter(shown: OpenQuarter, day: PlainDate): Promise<void> {
  await OpenQuarters.updateOne(
    { _id: shown.quarter },
    { $set: { computedOn: day, shown } },
    { upsert: true },
  );
}
