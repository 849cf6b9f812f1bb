import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';
import { MongoClient, ObjectId, type Collection, type Document } from 'mongodb';
import { startEmbeddedStore, type EmbeddedStore } from '../server/platform/embedded/index.ts';
import { residentMb } from './machine.ts';
import { duration, Results, throughput } from './measure.ts';
import type { BenchOptions } from './run.ts';

/**
 * The embedded store through the driver, as the application uses it, with the bare key-value store below
 * it and an empty command above it measured in the same rounds: the two limits it lies between.
 */
const GROUPED = 100_000;
const BATCH = 1000;
const NOTE = '农民工工资专用账户与实名制考勤核对说明。'.repeat(12);

interface Bench {
  dir: string;
  store: EmbeddedStore;
  client: MongoClient;
  docs: Collection;
  ids: ObjectId[];
  sites: number;
}

/** About 0.9 KB, as a payroll line or a small complaint is. */
function makeDoc(count: number, sites: number): Document {
  return {
    _id: new ObjectId(),
    site: `site-${count % sites}`,
    day: `2026-${String((count % 12) + 1).padStart(2, '0')}-${String((count % 28) + 1).padStart(2, '0')}`,
    state: ['open', 'investigating', 'closed'][count % 3],
    owedFen: 100_000 + (count % 9973),
    name: `张${count}`,
    note: NOTE,
    version: 1,
  };
}

export async function run(options: BenchOptions, say: (line: string) => void): Promise<Results> {
  const results = new Results();
  const dir = mkdtempSync(join(tmpdir(), 'bench-store-'));
  let bench: Bench | null = null;
  try {
    bench = await prepare(dir, options, results, say);
    for (let round = 1; round <= options.rounds; round++) {
      say(`round ${round} of ${options.rounds}`);
      await measureLimits(bench, options, results);
      await measureStore(bench, options, results);
      await measureWhole(bench, results);
      bench = await restart(bench, results);
    }
  } finally {
    await bench?.client.close();
    await bench?.store.stop();
    rmSync(dir, { recursive: true, force: true });
  }
  return results;
}

async function prepare(
  dir: string,
  { docs: count }: BenchOptions,
  results: Results,
  say: (line: string) => void,
): Promise<Bench> {
  const { store, client } = await connect(join(dir, 'store'));
  const docs = client.db('bench').collection('docs');
  const sites = Math.max(1, Math.floor(count / 20));
  await docs.createIndex({ site: 1, day: -1 });
  await docs.createIndex({ state: 1, owedFen: 1 });
  const ids: ObjectId[] = [];
  say(`loading ${count} documents`);
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => makeDoc(from + i, sites));
    ids.push(...batch.map((doc) => doc['_id'] as ObjectId)); // made just above
    const { value } = await duration(() => docs.insertMany(batch));
    results.add('insertMany, 1,000 at a time', 'docs/s', {
      value: batch.length / value,
      cpu: null,
      p50: null,
      p99: null,
    });
  }
  return { dir, store, client, docs, ids, sites };
}

async function connect(dir: string): Promise<{ store: EmbeddedStore; client: MongoClient }> {
  const store = await startEmbeddedStore({ dir });
  const client = await MongoClient.connect(store.uri);
  return { store, client };
}

/** What no store on this disk and behind this driver could beat. */
async function measureLimits(bench: Bench, { seconds }: BenchOptions, results: Results): Promise<void> {
  const bytes = Buffer.alloc(900, 'x');
  const db = open<Buffer, Buffer>({
    path: join(bench.dir, 'bare'),
    encoding: 'binary',
    keyEncoding: 'binary',
    overlappingSync: false,
  });
  const key = (count: number): Buffer => Buffer.from(String(count).padStart(12, '0'));
  for (const callers of [1, 32]) {
    const put = await throughput(seconds, callers, undefined, (count) => db.put(key(count), bytes));
    results.add(`bare lmdb put, ${callers} at a time`, 'ops/s', put);
  }
  const batch = 1000;
  const get = await throughput(seconds, 1, undefined, (count) => {
    for (let i = 0; i < batch; i++) db.getBinary(key((count * batch + i) % 1000));
  });
  const perGet = { value: get.value * batch, cpu: (get.cpu ?? 0) / batch, p50: null, p99: null };
  results.add('bare lmdb get', 'ops/s', perGet);
  await db.close();
  const admin = bench.client.db('admin');
  for (const callers of [1, 32]) {
    const ping = await throughput(seconds, callers, bench.store.pid, () => admin.command({ ping: 1 }));
    results.add(`ping, ${callers} at a time`, 'ops/s', ping);
  }
}

async function measureStore(bench: Bench, { seconds }: BenchOptions, results: Results): Promise<void> {
  const { docs, ids, sites } = bench;
  const anyId = (count: number): Document => ({ _id: ids[(count * 7919) % ids.length] });
  const operations: Record<string, (count: number) => Promise<unknown>> = {
    insertOne: (count) => docs.insertOne(makeDoc(count, sites)),
    findById: (count) => docs.findOne(anyId(count)),
    'find 20 by index': (count) =>
      docs
        .find({ site: `site-${(count * 7919) % sites}` })
        .sort({ day: -1 })
        .limit(20)
        .toArray(),
    updateOne: (count) => docs.updateOne(anyId(count), { $inc: { version: 1 }, $set: { name: '李' } }),
  };
  for (const [name, operation] of Object.entries(operations)) {
    for (const callers of [1, 32]) {
      const sample = await throughput(seconds, callers, bench.store.pid, operation);
      results.add(`${name}, ${callers} at a time`, 'ops/s', sample);
    }
  }
}

/** Work on the whole collection. */
async function measureWhole({ docs, ids }: Bench, results: Results): Promise<void> {
  const group = [
    { $limit: GROUPED },
    { $group: { _id: '$state', count: { $sum: 1 }, owed: { $sum: '$owedFen' } } },
  ];
  const counted = Math.min(GROUPED, ids.length).toLocaleString('en');
  results.add(`$group over ${counted}`, 's', await duration(() => docs.aggregate(group).toArray()));
  results.add('index build on all', 's', await duration(() => docs.createIndex({ name: 1 })));
  await docs.dropIndex('name_1');
}

/** Started again over its data, so that the start is the one a user sees. */
async function restart(bench: Bench, results: Results): Promise<Bench> {
  await bench.client.close();
  await bench.store.stop();
  let next: { store: EmbeddedStore; client: MongoClient } | null = null;
  const start = await duration(async () => {
    next = await connect(join(bench.dir, 'store'));
    await next.client.db('admin').command({ ping: 1 });
  });
  if (!next) throw new Error('The store did not start again');
  const { store, client }: { store: EmbeddedStore; client: MongoClient } = next;
  results.add('start to first answer', 's', start);
  const memory = residentMb(store.pid);
  if (memory !== null)
    results.add('memory when idle', 'MB', { value: memory, cpu: null, p50: null, p99: null });
  return { ...bench, store, client, docs: client.db('bench').collection('docs') };
}
