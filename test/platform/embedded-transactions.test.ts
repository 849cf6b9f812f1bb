import assert from 'node:assert/strict';
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

  it('answers others while one command of a transaction writes thousands of documents', async () => {
    const { client, docs } = fixture();
    const sheet = Array.from({ length: 8_000 }, (_, row) => ({ row, standing: true }));
    /** How many questions others got answered while `work` went on. */
    const answered = async (work: Promise<unknown>): Promise<number> => {
      let done = false;
      const ended = work.then(() => (done = true));
      let count = -1; // the first may have been on its way before
      for (; !done; count++) await docs.findOne({ _id: 'nobody' });
      await ended;
      return count;
    };
    await client.withSession(async (session) => {
      session.startTransaction();
      // Where nobody had a turn it is one: the question that was answered as soon as all was done.
      assert.ok((await answered(docs.insertMany(sheet, { session }))) >= 3);
      const ending = docs.updateMany({}, { $set: { standing: false } }, { session });
      assert.ok((await answered(ending)) >= 3);
      await session.commitTransaction();
    });
    assert.equal(await docs.countDocuments({ standing: false }), sheet.length);
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

  it('asks to begin again, not to give up, when a unique key was freed after it began', async () => {
    const { client, docs } = fixture();
    await docs.createIndex({ key: 1 }, { unique: true });
    await docs.insertOne({ _id: 1, key: 'x' });
    await client.withSession(async (session) => {
      session.startTransaction();
      await docs.findOne({}, { session });
      await docs.deleteOne({ _id: 1 });
      assert.equal((await refusal(docs.insertOne({ _id: 2, key: 'x' }, { session }))).code, 112);
      await session.abortTransaction();
      await session.withTransaction(async () => {
        await docs.insertOne({ _id: 2, key: 'x' }, { session });
      });
    });
    assert.deepEqual(await docs.find().toArray(), [{ _id: 2, key: 'x' }]);
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
