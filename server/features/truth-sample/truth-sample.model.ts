import { deflateRawSync, inflateRawSync } from 'node:zlib';
import mongoose from 'mongoose';
import type { TruthAnswer, TruthSampleParameter } from '../../core/contract/truth-sample.ts';
import { TRUTH_SAMPLE_PARAMETERS } from '../../core/contract/truth-sample.ts';
import type { TruthCounts } from '../../core/alerts/truth-figures.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';

/** One area's month, as it was drawn and as far as it is answered; who answered what stands nowhere in it. */
export interface TruthSampleRecord {
  _id: mongoose.Types.ObjectId;
  areaCode: string;
  month: PayMonth;
  drawnOn: PlainDate;
  closesOn: PlainDate;
  /** Its single answers are forgotten; the counts remain. */
  closed: boolean;
  seed: string;
  seedFrom: 'dailyRoot' | 'random';
  population: number;
  size: number;
  /** In the order in which they were drawn. */
  drawnIds: string[];
  /** Those to whom a message went. */
  reached: number;
  counts: TruthCounts;
  reported: { people: number; creditedInFull: number; on: PlainDate };
  numbers: { parameter: TruthSampleParameter; value: number; isSuggested: boolean }[];
}

/** From whom it was drawn: each person with the sites of the month. */
export type Population = readonly (readonly [workerId: string, ...projectIds: string[]])[];

const shape = { _id: false, strict: 'throw', versionKey: false } as const;
const text = { type: String, required: true } as const;
const count = { type: Number, required: true, min: 0, validate: Number.isSafeInteger } as const;

const schema = new mongoose.Schema(
  {
    ...{ areaCode: text, month: text, drawnOn: text, closesOn: text, seed: text },
    closed: { type: Boolean, required: true },
    seedFrom: { type: String, enum: ['dailyRoot', 'random'], required: true },
    population: count,
    size: count,
    drawnIds: { type: [String], required: true, select: false },
    reached: count,
    counts: {
      type: new mongoose.Schema({ full: count, part: count, none: count, notMe: count }, shape),
      required: true,
    },
    reported: {
      type: new mongoose.Schema({ people: count, creditedInFull: count, on: text }, shape),
      required: true,
    },
    numbers: [
      new mongoose.Schema(
        {
          parameter: { type: String, enum: TRUTH_SAMPLE_PARAMETERS, required: true },
          value: count,
          isSuggested: { type: Boolean, required: true },
        },
        shape,
      ),
    ],
  },
  { collection: 'truthSamples', strict: 'throw', versionKey: false },
);
// One draw for an area and month: two jobs at once meet here.
schema.index({ areaCode: 1, month: 1 }, { unique: true });
schema.index({ month: 1, _id: 1 });
schema.index({ closesOn: 1 }, { partialFilterExpression: { closed: false } });
export const TruthSamples = mongoose.model('truthSamples', schema);

const populations = new mongoose.Schema(
  { _id: mongoose.Schema.Types.ObjectId, packed: { type: Buffer, required: true } },
  { collection: 'truthPopulations', strict: 'throw', versionKey: false },
);
const TruthPopulations = mongoose.model('truthPopulations', populations);

const asSample = (doc: unknown): TruthSampleRecord | null => doc as TruthSampleRecord | null; // as the schema wrote it

export async function isDrawn(areaCode: string, month: PayMonth): Promise<boolean> {
  return (await TruthSamples.findOne({ areaCode, month }, { _id: 1 }).lean()) !== null;
}

/** The newest month an area drew (index areaCode+month). */
export async function newestDrawn(areaCode: string): Promise<PayMonth | null> {
  const newest: unknown = await TruthSamples.findOne({ areaCode }, { month: 1 }).sort({ month: -1 }).lean();
  return (newest as Pick<TruthSampleRecord, 'month'> | null)?.month ?? null; // as the schema wrote it
}

/** The sample with the list it was drawn from; packed, because payrolls go on changing and a county has many people. */
export async function insertSample(record: TruthSampleRecord, population: Population): Promise<void> {
  await TruthSamples.create([record]).catch(retryWhenTaken);
  const packed = deflateRawSync(JSON.stringify(population));
  await TruthPopulations.create([{ _id: record._id, packed }]);
}

export async function findSample(
  id: string,
  limits: Record<string, unknown> = {},
): Promise<TruthSampleRecord | null> {
  return asSample(await TruthSamples.findOne({ $and: [{ _id: id }, limits] }).lean());
}

/** Whom it drew, and from whom. */
export async function findDraw(
  id: string,
): Promise<{ seed: string; drawnIds: string[]; population: Population } | null> {
  const sample = asSample(await TruthSamples.findById(id).select('+drawnIds').lean());
  const found = await TruthPopulations.findById(id);
  if (sample === null || found === null) return null;
  const population = JSON.parse(inflateRawSync(found.packed).toString('utf8')) as Population; // packed above
  return { seed: sample.seed, drawnIds: sample.drawnIds, population };
}

/** Samples whose single answers are still kept (index closesOn of those). */
export async function findOpenSamples(): Promise<TruthSampleRecord[]> {
  const found: unknown = await TruthSamples.find({ closed: false, closesOn: { $gt: '' } }).lean();
  return found as TruthSampleRecord[]; // as the schema wrote them
}

/** Somebody answered, or answered otherwise than before. */
export async function countAnswer(id: string, was: TruthAnswer | undefined, is: TruthAnswer): Promise<void> {
  const inc = { [`counts.${is}`]: 1, ...(was === undefined ? {} : { [`counts.${was}`]: -1 }) };
  await TruthSamples.updateOne({ _id: id }, { $inc: inc });
}

export async function keepReported(
  _id: mongoose.Types.ObjectId,
  reported: TruthSampleRecord['reported'],
): Promise<void> {
  await TruthSamples.updateOne({ _id }, { $set: { reported } });
}

/** Closed now; false when it was already. */
export async function closeSample(_id: mongoose.Types.ObjectId): Promise<TruthSampleRecord | null> {
  const change = { $set: { closed: true } };
  const options = { returnDocument: 'after' } as const;
  return asSample(await TruthSamples.findOneAndUpdate({ _id, closed: false }, change, options).lean());
}
