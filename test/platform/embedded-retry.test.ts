import assert from 'node:assert/strict';
import { Long, MongoClient } from 'mongodb';
import type { Db, Document } from 'mongodb';
import { eventually } from '../support/eventually.ts';
import { refusal, useEmbeddedStore } from './embedded-fixture.ts';

const number = (value: number): Long => Long.fromNumber(value);

describe('A write that is sent twice to the embedded store', function () {
  this.timeout(40_000);
  const fixture = useEmbeddedStore();

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
