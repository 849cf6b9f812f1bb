import assert from 'node:assert/strict';
import { MongoServerError } from 'mongodb';
import { refusal, useEmbeddedStore } from './embedded-fixture.ts';

describe('Transactions of the embedded store', function () {
  this.timeout(50_000);
  const fixture = useEmbeddedStore();

  it('shows a transaction its own writes and nobody else before the commit', async () => {
    const { client, docs } = fixture();
    await docs.insertOne({ _id: 'a', n: 1 });
    await client.withSession(async (session) => {
      session.startTransaction();
      await docs.updateOne({ _id: 'a' }, { $set: { n: 2 } }, { session });
      await docs.insertOne({ _id: 'b', n: 5 }, { session });
      const inside = await docs.find({}, { session, sort: { _id: 1 } }).toArray();
      assert.deepEqual(inside, [
        { _id: 'a', n: 2 },
        { _id: 'b', n: 5 },
      ]);
      assert.deepEqual(await docs.find().toArray(), [{ _id: 'a', n: 1 }]);
      await session.commitTransaction();
    });
    assert.equal(await docs.countDocuments({ n: { $gte: 2 } }), 2);
  });

  it('reads from the moment it began, through indexes as well', async () => {
    const { client, docs } = fixture();
    await docs.createIndex({ state: 1 });
    await docs.insertMany([1, 2, 3].map((n) => ({ _id: n, state: 'open' })));
    await client.withSession(async (session) => {
      session.startTransaction();
      assert.equal(await docs.countDocuments({ state: 'open' }, { session }), 3);
      await docs.updateMany({}, { $set: { state: 'closed' } });
      await docs.insertOne({ _id: 4, state: 'open' });
      const seen = await docs.find({ state: 'open' }, { session }).toArray();
      assert.deepEqual(
        seen.map((doc) => doc._id),
        [1, 2, 3],
      );
      await session.commitTransaction();
    });
    assert.equal(await docs.countDocuments({ state: 'open' }), 1);
  });

  it('refuses the second writer of a document with 112 and the label that makes drivers try again', async () => {
    const { client, docs } = fixture();
    await docs.insertOne({ _id: 'a', n: 0 });
    const [one, two] = [client.startSession(), client.startSession()];
    one.startTransaction();
    two.startTransaction();
    await docs.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session: one });
    const error = await refusal(docs.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session: two }));
    assert.equal(error.code, 112);
    assert.ok(error.hasErrorLabel('TransientTransactionError'));
    await one.commitTransaction();
    const late = await refusal(docs.findOne({ _id: 'a' }, { session: two }));
    assert.equal(late.code, 251);
    await Promise.all([one.endSession(), two.endSession()]);
  });

  it('refuses a write over a document that changed after the transaction began', async () => {
    const { client, docs } = fixture();
    await docs.insertOne({ _id: 'a', n: 0 });
    await client.withSession(async (session) => {
      session.startTransaction();
      await docs.findOne({ _id: 'a' }, { session });
      await docs.updateOne({ _id: 'a' }, { $inc: { n: 1 } });
      const error = await refusal(docs.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session }));
      assert.equal(error.code, 112);
    });
    assert.deepEqual(await docs.findOne({ _id: 'a' }), { _id: 'a', n: 1 });
  });

  it('lets a plain write wait for the transaction that holds the document', async () => {
    const { client, docs } = fixture();
    await docs.insertOne({ _id: 'a', n: 0 });
    await client.withSession(async (session) => {
      session.startTransaction();
      await docs.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
      let done = false;
      const plain = docs.updateOne({ _id: 'a' }, { $inc: { n: 10 } }).then(() => {
        done = true;
      });
      // Requests that came later are answered, the waiting one is not.
      for (let i = 0; i < 20; i++) await docs.findOne({ _id: 'a' });
      assert.equal(done, false);
      await session.commitTransaction();
      await plain;
    });
    assert.deepEqual(await docs.findOne({ _id: 'a' }), { _id: 'a', n: 11 });
  });

  it('leaves nothing of an aborted transaction, and frees its documents', async () => {
    const { client, docs } = fixture();
    await docs.createIndex({ n: 1 });
    await docs.insertOne({ _id: 'a', n: 0 });
    await client.withSession(async (session) => {
      session.startTransaction();
      await docs.updateOne({ _id: 'a' }, { $set: { n: 7 } }, { session });
      await docs.insertOne({ _id: 'b', n: 7 }, { session });
      await session.abortTransaction();
    });
    assert.equal(await docs.countDocuments({ n: 7 }), 0);
    await docs.updateOne({ _id: 'a' }, { $set: { n: 8 } });
    assert.deepEqual(await docs.find({}).toArray(), [{ _id: 'a', n: 8 }]);
  });

  it('ends a transaction whose insert met a duplicate key', async () => {
    const { client, docs } = fixture();
    await docs.createIndex({ key: 1 }, { unique: true });
    await docs.insertOne({ _id: 1, key: 'x' });
    await client.withSession(async (session) => {
      session.startTransaction();
      await docs.insertOne({ _id: 2, key: 'y' }, { session });
      assert.equal((await refusal(docs.insertOne({ _id: 3, key: 'x' }, { session }))).code, 11000);
      assert.equal((await refusal(docs.insertOne({ _id: 4, key: 'z' }, { session }))).code, 251);
    });
    assert.equal(await docs.countDocuments({}), 1);
  });

  it('answers a commit that is sent a second time', async () => {
    const { client, docs } = fixture();
    await client.withSession(async (session) => {
      session.startTransaction();
      await docs.insertOne({ _id: 'once' }, { session });
      await session.commitTransaction();
      await session.commitTransaction();
    });
    assert.equal(await docs.countDocuments({}), 1);
  });

  it('loses no update when transactions begin while others commit', async () => {
    const { client, docs } = fixture();
    await docs.insertOne({ _id: 'counter', n: 0 });
    let committed = 0;
    await Promise.all(
      Array.from({ length: 8 }, () =>
        client.withSession(async (session) => {
          for (let i = 0; i < 60; i++) {
            // Read, then write what was read: a lost update shows in the sum.
            session.startTransaction();
            try {
              const seen = await docs.findOne({ _id: 'counter' }, { session });
              await docs.updateOne({ _id: 'counter' }, { $set: { n: Number(seen?.['n']) + 1 } }, { session });
              await session.commitTransaction();
              committed++;
            } catch (error) {
              if (!(error instanceof MongoServerError) || error.code !== 112) throw error;
              if (session.inTransaction()) await session.abortTransaction();
            }
          }
        }),
      ),
    );
    assert.ok(committed > 0);
    assert.deepEqual(await docs.findOne({ _id: 'counter' }), { _id: 'counter', n: committed });
  });

  it('keeps the sum exact for 8 transferring writers and 4 snapshot readers', async () => {
    const { client, docs } = fixture();
    const accounts = 10;
    await docs.createIndex({ balance: 1 });
    await docs.insertMany(Array.from({ length: accounts }, (_, i) => ({ _id: i, balance: 100 })));
    let writing = true;
    let transfers = 0;
    const write = (seed: number): Promise<void> =>
      client.withSession(async (session) => {
        for (let i = 0; i < 40; i++) {
          const from = (seed * 7 + i * 3) % accounts;
          const to = (from + 1 + ((seed + i) % (accounts - 1))) % accounts;
          await session.withTransaction(async () => {
            await docs.updateOne({ _id: from }, { $inc: { balance: -1 } }, { session });
            await docs.updateOne({ _id: to }, { $inc: { balance: 1 } }, { session });
          });
          transfers++;
        }
      });
    const sums: number[] = [];
    const read = (): Promise<void> =>
      client.withSession(async (session) => {
        while (writing) {
          session.startTransaction();
          let sum = 0;
          // One by one, so that writers get in between.
          for (let i = 0; i < accounts; i++) {
            const account = await docs.findOne({ _id: i }, { session });
            sum += Number(account?.['balance']);
          }
          const byIndex = await docs
            .find({ balance: { $gte: -1000 } }, { session, hint: { balance: 1 } })
            .toArray();
          sums.push(
            sum,
            byIndex.reduce((total, doc) => total + Number(doc['balance']), 0),
          );
          await session.commitTransaction();
        }
      });
    const readers = Array.from({ length: 4 }, read);
    await Promise.all(Array.from({ length: 8 }, (_, seed) => write(seed)));
    writing = false;
    await Promise.all(readers);
    assert.equal(transfers, 320);
    assert.ok(sums.length > 0);
    assert.deepEqual([...new Set(sums)], [1000]);
  });

  it('never lets two writers have the same unique key, in transactions or without', async () => {
    const { client, docs } = fixture();
    await docs.createIndex({ seat: 1 }, { unique: true });
    let won = 0;
    let refused = 0;
    const take = async (writer: number): Promise<void> => {
      for (let seat = 0; seat < 30; seat++) {
        try {
          if (writer % 2 === 0) await docs.insertOne({ seat, writer });
          else {
            await client.withSession((session) =>
              session.withTransaction(async () => {
                await docs.insertOne({ seat, writer }, { session });
              }),
            );
          }
          won++;
        } catch (error) {
          if (!(error instanceof MongoServerError) || error.code !== 11000) throw error;
          refused++;
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, writer) => take(writer)));
    assert.equal(won, 30);
    assert.equal(refused, 8 * 30 - 30);
    const seats = (await docs.find().toArray()).map((doc) => Number(doc['seat']));
    assert.deepEqual(
      seats.sort((a, b) => a - b),
      Array.from({ length: 30 }, (_, seat) => seat),
    );
  });

  it('refuses to build an index or to drop a collection inside a transaction', async () => {
    const { client, db, docs } = fixture();
    await docs.insertOne({ _id: 1 });
    await client.withSession(async (session) => {
      session.startTransaction();
      await docs.findOne({}, { session });
      assert.equal((await refusal(db.command({ drop: 'docs' }, { session }))).code, 263);
    });
  });
});
