import assert from 'node:assert/strict';
import { Long, MongoClient } from 'mongodb';
import type { Db, Document } from 'mongodb';
import { eventually } from '../support/eventually.ts';
import { refusal, useEmbeddedStore } from './embedded-fixture.ts';

const number = (value: number): Long => Long.fromNumber(value);

describe('Commands of the embedded store', function () {
  this.timeout(40_000);
  const fixture = useEmbeddedStore();

  describe('A write that is sent twice', () => {
    // A client of its own: the numbers given by hand must not meet those the driver counts.
    let client: MongoClient;
    let db: Db;
    let last = 0;
    before(async () => {
      client = await MongoClient.connect(fixture().store.uri, { retryWrites: false });
      db = client.db('test');
    });
    after(() => client.close());

    /** What a driver sends after a cut connection: the same session and the same number. */
    const twice = async (command: Document): Promise<[Document, Document]> => {
      const txnNumber = number(++last);
      return client.withSession(async (session) => {
        const send = (): Promise<Document> => db.command({ ...command, txnNumber }, { session });
        return [await send(), await send()];
      });
    };

    it('is applied once when it inserts, updates, removes or changes and returns', async () => {
      const { docs } = fixture();
      const inserted = await twice({
        insert: 'docs',
        documents: [
          { _id: 1, n: 0 },
          { _id: 2, n: 0 },
        ],
      });
      assert.deepEqual([inserted[0]['n'], inserted[1]['n'], inserted[1]['writeErrors']], [2, 2, undefined]);
      await twice({ update: 'docs', updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }] });
      const modified = await twice({
        findAndModify: 'docs',
        query: { _id: 1 },
        update: { $inc: { n: 10 } },
        new: true,
      });
      assert.deepEqual(
        modified.map((reply) => reply['value']),
        [
          { _id: 1, n: 11 },
          { _id: 1, n: 11 },
        ],
      );
      const removed = await twice({ delete: 'docs', deletes: [{ q: { n: { $gte: 0 } }, limit: 1 }] });
      assert.deepEqual([removed[0]['n'], removed[1]['n']], [1, 1]);
      assert.equal(await docs.countDocuments({}), 1);
    });

    it('is answered the same way when it upserts or is refused', async () => {
      const { docs } = fixture();
      const upserted = await twice({
        update: 'docs',
        updates: [{ q: { key: 'a' }, u: { $inc: { n: 1 } }, upsert: true }],
      });
      assert.deepEqual(upserted[0]['upserted'], upserted[1]['upserted']);
      assert.equal(await docs.countDocuments({ n: 1 }), 1);
      await docs.insertOne({ _id: 7 });
      const refused = await twice({ insert: 'docs', documents: [{ _id: 8 }, { _id: 7 }, { _id: 9 }] });
      for (const reply of refused) {
        assert.equal(reply['n'], 1);
        assert.deepEqual(
          reply['writeErrors'].map((error: Document) => [error['index'], error['code']]),
          [[1, 11000]],
        );
      }
      assert.equal(await docs.countDocuments({ _id: 9 }), 0);
    });

    it('is still known after the process was killed in between', async () => {
      const { docs, store } = fixture();
      await docs.insertOne({ _id: 1, n: 0 });
      await client.withSession(async (session) => {
        const update = {
          update: 'docs',
          updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }],
          txnNumber: number(++last),
        };
        await db.command(update, { session });
        const { pid } = store;
        assert.ok(pid);
        process.kill(pid, 'SIGKILL');
        await eventually('it is started again', () => store.pid !== pid, 10_000);
        await eventually(
          'it answers',
          () =>
            db.command({ ping: 1 }).then(
              () => true,
              () => false,
            ),
          10_000,
        );
        const again = await db.command(update, { session });
        assert.equal(again['nModified'], 1);
      });
      assert.deepEqual(await docs.findOne({ _id: 1 }), { _id: 1, n: 1 });
    });

    it('is refused when its number is older than the last one', async () => {
      await client.withSession(async (session) => {
        const insert = (txnNumber: number): Promise<Document> =>
          db.command({ insert: 'docs', documents: [{}], txnNumber: number(txnNumber) }, { session });
        await insert(last + 5);
        assert.equal((await refusal(insert(last + 4))).code, 225);
      });
    });
  });

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
    const at = (seconds: number): Date =>
      new Date(performance.timeOrigin + performance.now() + seconds * 1000);
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
