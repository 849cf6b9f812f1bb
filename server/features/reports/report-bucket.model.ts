import mongoose from 'mongoose';
import { areaRange } from '../../platform/area-limit.ts';
import { walkById } from '../../platform/walk-by-id.ts';
import type { HeadKind, ReportPart } from './report-part.ts';
import { HEADS } from './report-part.ts';
import { changedHeads, readHeads, writeHeads } from './report-heads.ts';

const SPANS = ['day', 'month', 'standing'] as const;
const STANDING = 'standing';

/** The figures of one office for a day or a whole month, or of one town for what stands open now, kept so that a report adds up few of them. */
export interface ReportBucket {
  officeCode: string;
  span: (typeof SPANS)[number];
  /** 'YYYY-MM-DD' or 'YYYY-MM'; of what stands open now, its own word. */
  bucket: string;
  counts: Record<string, number>;
  people: number[];
  employers: number[];
}
type Stored = Omit<ReportBucket, HeadKind> & { _id: string } & Record<HeadKind, Buffer>;

const schema = new mongoose.Schema<Stored>(
  {
    _id: { type: String, required: true },
    officeCode: { type: String, required: true },
    span: { type: String, enum: SPANS, required: true },
    bucket: { type: String, required: true },
    counts: { type: mongoose.Schema.Types.Mixed, required: true },
    people: { type: Buffer, required: true },
    employers: { type: Buffer, required: true },
  },
  { strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ span: 1, officeCode: 1, bucket: 1 });
const ReportBuckets = mongoose.model('reportBuckets', schema, 'reportBuckets');

const opened = ({ people, employers, ...rest }: Stored): ReportBucket => ({
  ...rest,
  people: readHeads(people),
  employers: readHeads(employers),
});

/** The kept figures of these offices from one day or month to another (index span+officeCode+bucket). */
export async function findBuckets(
  span: ReportBucket['span'],
  officeCode: string | Record<string, string>,
  from: string,
  to: string,
): Promise<ReportBucket[]> {
  const found = await ReportBuckets.find({ span, officeCode, bucket: { $gte: from, $lte: to } }).lean<
    Stored[]
  >();
  return found.map(opened);
}

/** Counts without the people and employers behind them: what a trend adds up. */
export type CountBucket = Pick<ReportBucket, 'officeCode' | 'bucket' | 'counts'>;

/** The kept counts of an area from one day or month to another (index span+officeCode+bucket). */
export async function findCounts(
  span: ReportBucket['span'],
  areaCode: string,
  from: string = STANDING,
  to: string = from,
): Promise<CountBucket[]> {
  return ReportBuckets.find(
    { span, officeCode: areaRange(areaCode), bucket: { $gte: from, $lte: to } },
    { officeCode: 1, bucket: 1, counts: 1 },
  ).lean<CountBucket[]>();
}

/** Everything that is kept, for whoever compares it with the records. */
export async function* walkBuckets(): AsyncGenerator<ReportBucket & { _id: string }> {
  const fields = { officeCode: 1, span: 1, bucket: 1, counts: 1, people: 1, employers: 1 } as const;
  for await (const one of walkById<Stored>(ReportBuckets, fields)) yield { ...opened(one), _id: one._id };
}

export const idOfPlace = ({ officeCode, bucket }: Place): string => `${officeCode}|${bucket}`;

export async function forgetBuckets(): Promise<void> {
  await ReportBuckets.deleteMany({});
}

/** What changes in one bucket. */
export interface BucketChange {
  counts: Record<string, number>;
  gone: Record<HeadKind, number[]>;
  come: Record<HeadKind, number[]>;
}

const emptyChange = (): BucketChange => ({
  counts: {},
  gone: { people: [], employers: [] },
  come: { people: [], employers: [] },
});

export interface Place {
  officeCode: string;
  span: ReportBucket['span'];
  bucket: string;
}

export const placesOf = ({ officeCode, day, standing }: ReportPart<number>): Place[] =>
  standing === true
    ? [{ officeCode, span: STANDING, bucket: STANDING }]
    : [
        { officeCode, span: 'day', bucket: day },
        { officeCode, span: 'month', bucket: day.slice(0, 7) },
      ];

/** Takes back what was counted and adds what is now, each bucket written once, in the caller's transaction. */
export async function changeBuckets(
  gone: readonly ReportPart<number>[],
  come: readonly ReportPart<number>[],
): Promise<void> {
  const changes = new Map<string, { place: Place; change: BucketChange }>();
  const note = (one: ReportPart<number>, sign: 1 | -1): void => {
    for (const place of placesOf(one)) {
      const id = idOfPlace(place);
      const { change } = changes.get(id) ?? { change: emptyChange() };
      changes.set(id, { place, change });
      for (const [name, count] of Object.entries(one.counts))
        change.counts[name] = (change.counts[name] ?? 0) + sign * count;
      for (const kind of HEADS) (sign === 1 ? change.come : change.gone)[kind].push(...one[kind]);
    }
  };
  for (const one of gone) note(one, -1);
  for (const one of come) note(one, 1);
  if (changes.size > 0) await writeBuckets(changes);
}

/** One look and one write for all of them, however many days a batch of records touches. */
async function writeBuckets(changes: Map<string, { place: Place; change: BucketChange }>): Promise<void> {
  const found = await ReportBuckets.find({ _id: { $in: [...changes.keys()] } }).lean<Stored[]>();
  const kept = new Map(found.map((one) => [one._id, opened(one)]));
  const writes = [...changes].map(([_id, { place, change }]) => {
    const before = kept.get(_id) ?? { ...place, counts: {}, people: [], employers: [] };
    return {
      updateOne: {
        filter: { _id },
        update: { $set: { ...place, ...changed(before, change) } },
        upsert: true,
      },
    };
  });
  await ReportBuckets.bulkWrite(writes, { ordered: false });
}

function changed(
  before: ReportBucket,
  { counts, gone, come }: BucketChange,
): Pick<Stored, 'counts' | HeadKind> {
  const sums = { ...before.counts };
  for (const [name, count] of Object.entries(counts)) {
    const sum = (sums[name] ?? 0) + count;
    // Days come and go: what is nothing any more leaves no name behind.
    if (sum === 0) delete sums[name];
    else sums[name] = sum;
  }
  const heads = (kind: HeadKind): Buffer => writeHeads(changedHeads(before[kind], gone[kind], come[kind]));
  return { counts: sums, people: heads('people'), employers: heads('employers') };
}
