import assert from 'node:assert/strict';
import { Long } from 'mongodb';
import type { Document } from 'mongodb';
import { systemClock } from '../../server/platform/clock.ts';
import { eventually } from '../support/eventually.ts';
import { refusal, useEmbeddedStore } from './embedded-fixture.ts';

const number = (value: number): Long => Long.fromNumber(value);

describe('Commands of the embedded store', function () {
  this.timeout(40_000);
  const fixture = useEmbeddedStore();

  describe('Cursors', () => {
    it('deliver in batches what the query found, and nothing twice', async () => {
      const { docs } = fixture();
      await docs.insertMany(Array.from({ length: 1000 }, (_, i) => ({ _id: i, n: i % 7 })));
      const all = await docs.find({ n: { $lt: 5 } }, { batchSize: 13 }).toArray();
      assert.equal(new Set(all.map((doc) => doc._id)).size, all.length);
      assert.equal(all.length, await docs.countDocuments({ n: { $lt: 5 } }));
      const page = await docs
        .find({}, { sort: { n: -1, _id: 1 }, skip: 100, limit: 50, batchSize: 7 })
        .toArray();
      assert.equal(page.length, 50);
    });

    it('hold nothing back: documents written behind them do not stop a writer that follows', async () => {
      const { docs } = fixture();
      await docs.createIndex({ n: 1 });
      await docs.insertMany(Array.from({ length: 500 }, (_, i) => ({ _id: i, n: i })));
      const changed = await docs.updateMany({ n: { $gte: 0 } }, { $inc: { n: 1000 } });
      assert.equal(changed.modifiedCount, 500);
      const sum = (await docs.find().toArray()).reduce((total, doc) => total + Number(doc['n']), 0);
      assert.equal(sum, (500 * 499) / 2 + 500_000);
    });

    it('are unknown after they were killed, and end with a reason when their collection goes', async () => {
      const { db, docs } = fixture();
      await docs.insertMany(Array.from({ length: 400 }, (_, i) => ({ _id: i })));
      const open = async (): Promise<Long> =>
        (await db.command({ find: 'docs', batchSize: 5 }, { promoteLongs: false }))['cursor'].id;
      const more = (id: Long): Promise<Document> => db.command({ getMore: id, collection: 'docs' });
      const killed = await open();
      await db.command({ killCursors: 'docs', cursors: [killed] });
      assert.equal((await refusal(more(killed))).code, 43);
      assert.equal((await refusal(db.command({ getMore: await open(), collection: 'others' }))).code, 43);
      const orphan = await open();
      await docs.drop();
      assert.equal((await refusal(more(orphan))).code, 175);
    });
  });

  describe('Limits', () => {
    it('ends what takes longer than maxTimeMS with code 50', async () => {
      const { docs } = fixture();
      for (let part = 0; part < 10; part++) {
        await docs.insertMany(Array.from({ length: 2000 }, (_, i) => ({ text: 'ab'.repeat(50), i })));
      }
      const slow = docs.find({ text: { $regex: '(a|b)*c' } }, { maxTimeMS: 1 }).toArray();
      assert.equal((await refusal(slow)).code, 50);
    });

    it('answers others while it reads a whole collection', async () => {
      const { docs } = fixture();
      for (let part = 0; part < 10; part++) {
        await docs.insertMany(
          Array.from({ length: 3000 }, (_, i) => ({
            _id: part * 3000 + i,
            group: i % 50,
            pad: 'x'.repeat(200),
          })),
        );
      }
      let grouped = false;
      const grouping = docs
        .aggregate([{ $group: { _id: '$group', n: { $sum: 1 } } }])
        .toArray()
        .then((groups) => {
          grouped = true;
          return groups;
        });
      let answered = 0;
      while (!grouped) {
        await docs.findOne({ _id: answered % 100 });
        answered++;
      }
      const groups = await grouping;
      assert.deepEqual(new Set(groups.map((group) => group['n'])), new Set([600]));
      assert.ok(answered >= 5, `only ${answered} reads were answered meanwhile`);
    });

    it('refuses to sort more than memory may hold, and says what would help', async () => {
      const { docs } = fixture();
      for (let i = 0; i < 8; i++) await docs.insertOne({ _id: i, text: 'x'.repeat(14_000_000) });
      const error = await refusal(docs.find({}, { sort: { missing: 1 }, projection: { _id: 1 } }).toArray());
      assert.equal(error.code, 292);
      assert.match(error.message, /index/);
      const first = await docs
        .find({}, { sort: { missing: 1, _id: -1 }, limit: 2, projection: { _id: 1 } })
        .toArray();
      assert.deepEqual(
        first.map((doc) => doc._id),
        [7, 6],
      );
    });
  });

  it('removes documents past their time to live, and no others', async () => {
    const { client, docs } = fixture();
    await docs.createIndex({ expires: 1 }, { expireAfterSeconds: 60 });
    const at = (seconds: number): Date => new Date(systemClock.now().getTime() + seconds * 1000);
    await docs.insertMany([
      { _id: 'past', expires: at(-120) },
      { _id: 'not yet', expires: at(-30) },
      { _id: 'later', expires: at(3600) },
      { _id: 'without' },
      { _id: 'no date', expires: 'x' },
      { _id: 'one of', expires: [at(3600), at(-120)] },
    ]);
    const swept = await client.db('admin').command({ anxinSweep: 1 });
    assert.equal(swept['removed'], 2);
    const left = await docs.find({}, { sort: { _id: 1 } }).toArray();
    assert.deepEqual(
      left.map((doc) => doc._id),
      ['later', 'no date', 'not yet', 'without'],
    );
  });

  it('drops a collection at once and its data in the end', async () => {
    const { client, docs } = fixture();
    await docs.createIndex({ n: 1 });
    await docs.insertMany(Array.from({ length: 8000 }, (_, n) => ({ n })));
    const keys = async (): Promise<number> =>
      (await client.db('admin').command({ serverStatus: 1 }))['storage'].keys;
    const before = await keys();
    await docs.drop();
    assert.equal(await docs.countDocuments({}), 0);
    await docs.insertOne({ n: 1 });
    assert.equal(await docs.countDocuments({}), 1);
    await eventually('the data is removed', async () => (await keys()) < before - 15_000);
  });

  it('shares one durable commit among writers that wait at the same time', async () => {
    const { client, docs } = fixture();
    await docs.createIndex({ n: 1 });
    const commits = async (): Promise<number> =>
      (await client.db('admin').command({ serverStatus: 1 }))['storage'].commits;
    const before = await commits();
    await Promise.all(Array.from({ length: 400 }, (_, n) => docs.insertOne({ n })));
    assert.equal(await docs.countDocuments({ n: { $gte: 0 } }), 400);
    const used = (await commits()) - before;
    // How many share one depends on the machine; without sharing it is one each.
    assert.ok(used < 400, `400 inserts over 50 connections took ${used} commits`);
  });

  it('keeps the type of every number, whatever happens around it', async () => {
    const { docs } = fixture();
    await docs.insertOne({ _id: 1, long: number(5), double: 2.5, int: 7 });
    await docs.updateOne({ _id: 1 }, { $set: { other: 'x' } });
    const types = await docs.countDocuments({
      long: { $type: 'long' },
      double: { $type: 'double' },
      int: { $type: 'int' },
    });
    assert.equal(types, 1);
  });
});
