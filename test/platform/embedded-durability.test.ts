import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Long, MongoClient, MongoServerError } from 'mongodb';
import {
  backupStore,
  exportDump,
  importDump,
  restoreStore,
  startEmbeddedStore,
} from '../../server/platform/embedded/index.ts';
import { eventually } from '../support/eventually.ts';
import { folder, useEmbeddedStore, withStore } from './embedded-fixture.ts';

const ofDatabase = (uri: string, name: string): string => uri.replace('/anxin?', `/${name}?`);

describe('Backup, export and import of the embedded store', function () {
  this.timeout(50_000);
  const fixture = useEmbeddedStore();

  it('copies one consistent moment while transfers go on', async () => {
    const { client, docs, store } = fixture();
    await docs.createIndex({ balance: 1 });
    await docs.insertMany(
      Array.from({ length: 500 }, (_, i) => ({ _id: i, balance: 100, pad: 'x'.repeat(500) })),
    );
    let copying = true;
    let transfers = 0;
    const transfer = client.withSession(async (session) => {
      while (copying) {
        await session.withTransaction(async () => {
          await docs.updateOne({ _id: transfers % 500 }, { $inc: { balance: -5 } }, { session });
          await docs.updateOne({ _id: (transfers + 250) % 500 }, { $inc: { balance: 5 } }, { session });
        });
        transfers++;
      }
    });
    await eventually('transfers run', () => transfers > 3);
    const out = join(folder(), 'copy');
    await backupStore({ uri: store.uri, out });
    copying = false;
    await transfer;
    const dir = join(folder(), 'restored');
    await restoreStore({ from: out, dir });
    await withStore(dir, async (restored) => {
      const all = await restored.db('test').collection('docs').find().toArray();
      assert.equal(all.length, 500);
      assert.equal(
        all.reduce((sum, doc) => sum + Number(doc['balance']), 0),
        50_000,
      );
      const byIndex = await restored.db('test').collection('docs').find({}, { hint: 'balance_1' }).toArray();
      assert.equal(byIndex.length, 500);
    });
    await assert.rejects(restoreStore({ from: out, dir }), /already/);
    await assert.rejects(backupStore({ uri: store.uri, out }), /not empty/);
    truncateSync(join(out, 'data.mdb'), 30_000);
    await assert.rejects(restoreStore({ from: out, dir: join(folder(), 'new') }), /damaged/);
  });

  it('exports in the layout of mongodump and imports it again, types and indexes included', async () => {
    const { client, store } = fixture();
    const odd = client.db('other').collection<{ _id: number }>('a/b.c');
    const original = {
      _id: 1,
      whole: 1,
      long: Long.fromString('9007199254740993'),
      at: new Date(5),
      text: '工资',
      list: [{ a: null }],
    };
    await odd.insertOne(original);
    await odd.createIndex({ text: 1 }, { unique: true, partialFilterExpression: { whole: 1 } });
    await client
      .db('other')
      .collection('many')
      .insertMany(Array.from({ length: 2500 }, (_, n) => ({ n })));
    await client.db('foreign').collection('theirs').insertOne({ of: 'somebody else' });
    const out = folder();
    const counts = await exportDump({ uri: ofDatabase(store.uri, 'other'), out });
    assert.deepEqual(counts, { 'a/b.c': 1, many: 2500 });
    assert.deepEqual(readdirSync(out), ['other'], 'nothing of other databases on the same server');
    const metadata: unknown = JSON.parse(readFileSync(join(out, 'other', 'many.metadata.json'), 'utf8'));
    assert.deepEqual(metadata, {
      indexes: [{ v: { $numberInt: '2' }, key: { _id: { $numberInt: '1' } }, name: '_id_' }],
      collectionName: 'many',
      type: 'collection',
    });
    await withStore(folder(), async (target, uri) => {
      assert.deepEqual(await importDump({ uri, from: out }), counts);
      const copy = target.db('anxin').collection<{ _id: number }>('a/b.c');
      assert.deepEqual(
        await copy.findOne({}, { promoteLongs: false }),
        await odd.findOne({}, { promoteLongs: false }),
      );
      assert.deepEqual(await copy.indexes(), await odd.indexes());
      await assert.rejects(importDump({ uri, from: out }), /not empty/);
    });
    await withStore(folder(), async (target, uri) => {
      mkdirSync(join(out, 'third'));
      await assert.rejects(importDump({ uri, from: out }), /holds .*other.*none is called anxin/u);
      assert.deepEqual(await importDump({ uri: ofDatabase(uri, 'other'), from: out }), counts);
      assert.equal(await target.db('other').collection('many').countDocuments(), 2500);
      rmdirSync(join(out, 'third'));
    });
    const file = join(out, 'other', 'many.bson');
    truncateSync(file, readFileSync(file).length - 3);
    await withStore(folder(), (_, uri) => assert.rejects(importDump({ uri, from: out }), /cut short/));
    await client.db('other').dropDatabase();
  });

  it('refuses to open a damaged data file, with a sentence, and leaves it as it is', async () => {
    const source = folder();
    await withStore(source, async (client) => {
      await client
        .db('test')
        .collection('docs')
        .insertMany(Array.from({ length: 3000 }, (_, n) => ({ n, pad: 'x'.repeat(300) })));
    });
    const whole = readFileSync(join(source, 'data.mdb'));
    const damages: Record<string, Buffer> = {
      empty: Buffer.alloc(0),
      'a few bytes': whole.subarray(0, 100),
      'a foreign head': Buffer.concat([Buffer.alloc(8192, 0x5a), whole.subarray(8192)]),
      'half of it': whole.subarray(0, whole.length >> 1),
    };
    for (const [name, bytes] of Object.entries(damages)) {
      const dir = folder();
      writeFileSync(join(dir, 'data.mdb'), bytes);
      await assert.rejects(startEmbeddedStore({ dir }), /damaged/, name);
      assert.ok(readFileSync(join(dir, 'data.mdb')).equals(bytes), name);
    }
  });

  it('acknowledges nothing it could not store when the disk is full, and goes on when there is room', async () => {
    const dir = folder();
    // A limit on the size of files answers a write like a full disk does.
    const limited = spawn(
      'bash',
      [
        '-c',
        'ulimit -f 2000; exec "$0" --import tsx server/platform/embedded/process.ts "$1"',
        process.execPath,
        dir,
      ],
      {
        stdio: 'inherit',
      },
    );
    const uri = `mongodb://${encodeURIComponent(join(dir, 'socket', 's.sock'))}/?directConnection=true`;
    const client = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 20_000, retryWrites: false });
    const docs = client.db('test').collection<{ _id: number; pad: string }>('docs');
    const stored: number[] = [];
    let error: unknown;
    for (let _id = 0; error === undefined; _id++) {
      try {
        await docs.insertOne({ _id, pad: 'x'.repeat(20_000) });
        stored.push(_id);
      } catch (caught) {
        error = caught;
      }
    }
    assert.ok(error instanceof MongoServerError);
    assert.equal(error.code, 14031);
    assert.match(error.message, /nothing was written/);
    assert.ok(stored.length > 10);
    const present = (await docs.find({}, { projection: { _id: 1 } }).toArray()).map((doc) => doc._id);
    assert.deepEqual(present, stored);
    // The pages of one commit are free for use from the commit after the next.
    await docs.deleteMany({ _id: { $lt: 6 } });
    await docs.deleteMany({ _id: { $lt: 10 } });
    await docs.insertOne({ _id: 1, pad: 'x'.repeat(20_000) });
    await client.close();
    limited.kill('SIGTERM');
    await eventually('the limited process ends', () => limited.exitCode !== null, 10_000);
    await withStore(dir, async (reopened) => {
      assert.equal(await reopened.db('test').collection('docs').countDocuments({}), stored.length - 9);
    });
  });

  it('still knows after a start that an index holds arrays, whoever was the first to write one', async () => {
    const dir = folder();
    await withStore(dir, async (client) => {
      const docs = client.db('test').collection<{ _id: number; tags: string[] }>('docs');
      await docs.createIndex({ tags: 1 });
      await client.withSession(async (session) => {
        session.startTransaction();
        await docs.insertOne({ _id: 1, tags: ['a', 'b'] }, { session });
        await session.abortTransaction();
      });
      await docs.insertOne({ _id: 2, tags: ['a', 'b', 'c'] });
    });
    await withStore(dir, async (client) => {
      const found = await client
        .db('test')
        .collection('docs')
        .find({ tags: { $gte: 'a' } })
        .toArray();
      assert.equal(found.length, 1);
    });
  });
});
