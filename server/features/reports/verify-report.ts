import { inTransaction } from '../../platform/db.ts';
import { addCounts } from './counts.ts';
import type { ReportBucket } from './report-bucket.model.ts';
import { idOfPlace, placesOf, walkBuckets } from './report-bucket.model.ts';
import { findEntries } from './report-entry.model.ts';
import { numbersFor } from './report-heads.ts';
import type { HeadKind, ReportPart } from './report-part.ts';
import { HEADS } from './report-part.ts';
import type { Source } from './report-sources.ts';
import { SOURCES } from './report-sources.ts';
import { entryId, numbered } from './roll-up-report.ts';

export interface Verified {
  records: number;
  kept: number;
  /** Kept figures that differ from what the records add up to. */
  drift: number;
  /** The first few of them, by name. */
  found: string[];
}
type Sums = Pick<ReportBucket, 'counts' | HeadKind>;
const BATCH = 500;
const MOST_NAMED = 20;

/**
 * Adds up every record from scratch and compares with what is kept, in one transaction. A record that changed since the
 * last roll-up counts as it was counted then: the report adds the difference by itself.
 */
export async function verifyReport(): Promise<Verified> {
  return inTransaction(async () => {
    const expected = new Map<string, Sums>();
    let records = 0;
    for (const source of SOURCES) records += await recount(source, expected);
    const found: string[] = [];
    let kept = 0;
    for await (const bucket of walkBuckets()) {
      kept += 1;
      if (!isSame(bucket, expected.get(bucket._id))) found.push(bucket._id);
      expected.delete(bucket._id);
    }
    for (const [id, sums] of expected) if (!isSame(sums, undefined)) found.push(id);
    return { records, kept, drift: found.length, found: found.slice(0, MOST_NAMED) };
  });
}

async function recount(source: Source, expected: Map<string, Sums>): Promise<number> {
  const changed = new Set(await source.findUncounted());
  let records = 0;
  const take = async (ids: readonly string[]): Promise<void> => {
    const steady = ids.filter((id) => !changed.has(id));
    const parts = [...(await source.partsOf(steady)).values()].flat();
    const numbers = await numbersFor(parts, { give: false });
    for (const one of parts) add(expected, numbered(one, numbers));
    const before = await findEntries(ids.filter((id) => changed.has(id)).map((id) => entryId(source, id)));
    for (const one of before.flatMap((entry) => entry.parts)) add(expected, one);
    records += ids.length;
  };
  let batch: string[] = [];
  for await (const id of source.walk()) {
    batch.push(id);
    if (batch.length < BATCH) continue;
    await take(batch);
    batch = [];
  }
  if (batch.length > 0) await take(batch);
  return records;
}

function add(expected: Map<string, Sums>, one: ReportPart<number>): void {
  for (const place of placesOf(one)) {
    const id = idOfPlace(place);
    const sums = expected.get(id) ?? { counts: {}, people: [], employers: [] };
    expected.set(id, sums);
    addCounts(sums.counts, one.counts);
    for (const kind of HEADS) sums[kind].push(...one[kind]);
  }
}

const NOTHING: Sums = { counts: {}, people: [], employers: [] };

function isSame(kept: Sums, counted: Sums = NOTHING): boolean {
  const names = new Set([...Object.keys(kept.counts), ...Object.keys(counted.counts)]);
  for (const name of names) if ((kept.counts[name] ?? 0) !== (counted.counts[name] ?? 0)) return false;
  return HEADS.every((kind) => inOrder(kept[kind]) === inOrder(counted[kind]));
}

const inOrder = (heads: readonly number[]): string => [...heads].sort((a, b) => a - b).join(' ');
