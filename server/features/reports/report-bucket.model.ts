import mongoose from 'mongoose';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { HeadKind, ReportPart } from './report-part.ts';
import { HEADS } from './report-part.ts';
import { changedHeads, readHeads, writeHeads } from './report-heads.ts';

/** The figures of one office for a day or a whole month, kept so that a report adds up few of them. */
export interface ReportBucket {
  officeCode: string;
  span: 'day' | 'month';
  /** 'YYYY-MM-DD' or 'YYYY-MM'. */
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
    span: { type: String, enum: ['day', 'month'], required: true },
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

interface Place {
  officeCode: string;
  span: ReportBucket['span'];
  bucket: string;
}

const placesOf = ({ officeCode, day }: { officeCode: string; day: PlainDate }): Place[] => [
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
      const id = `${place.officeCode}|${place.bucket}`;
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
  for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
  const heads = (kind: HeadKind): Buffer => writeHeads(changedHeads(before[kind], gone[kind], come[kind]));
  return { counts: sums, people: heads('people'), employers: heads('employers') };
}
