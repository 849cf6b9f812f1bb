import assert from 'node:assert/strict';
import type { ClientSession, Collection, Document } from 'mongodb';
import { useEmbeddedStore } from './embedded-fixture.ts';

describe('counts the embedded store keeps', function () {
  this.timeout(60_000);
  const store = useEmbeddedStore();
  const STATES = ['open', 'closed', 'merged'];
  const FILTERS: Document[] = [
    { state: 'open' },
    { state: { $ne: 'open' } },
    { office: 3, state: { $in: ['open', 'merged'] } },
    { words: '工地' },
    { owed: { $gt: 500 } },
  ];
  let docs: Collection;

  const doc = (at: number): Document => ({
    office: at % 5,
    state: STATES[at % 3],
    owed: at * 3,
    words: at % 2 === 0 ? ['工地', '工资'] : ['工资'],
  });

  beforeEach(async () => {
    docs = store()
      .client.db('counts')
      .collection(`c${Math.random().toString(36).slice(2)}`);
    await docs.createIndex({ office: 1, state: 1 });
    await docs.createIndex({ words: 1 });
    await docs.createIndex({ state: 1, words: 1 }); // holds a document once for each of its words
    await docs.insertMany(Array.from({ length: 600 }, (_, at) => doc(at)));
  });

  const asked = (session?: ClientSession): Promise<number[]> =>
    Promise.all(FILTERS.map((filter) => docs.countDocuments(filter, session ? { session } : {})));
  const found = (): Promise<number[]> =>
    Promise.all(FILTERS.map(async (filter) => (await docs.find(filter).toArray()).length));

  it('agree with what is found after every kind of write', async () => {
    await asked(); // from here on they are kept
    const writes: (() => Promise<unknown>)[] = [
      () => docs.insertOne(doc(1)),
      () => docs.insertMany([doc(2), doc(3), doc(4)]),
      () => docs.updateOne({ office: 3 }, { $set: { state: 'closed', owed: 1 } }),
      () => docs.updateMany({ office: 2 }, { $set: { state: 'open' }, $unset: { words: 1 } }),
      () => docs.replaceOne({ office: 1 }, doc(300)),
      () => docs.findOneAndUpdate({ state: 'merged' }, { $inc: { owed: 10_000 } }),
      () => docs.deleteOne({ state: 'open' }),
      () => docs.deleteMany({ office: 4 }),
      () => docs.updateOne({ office: 99 }, { $set: { state: 'open' } }, { upsert: true }),
    ];
    for (const write of writes) {
      await write();
      assert.deepEqual(await asked(), await found(), String(write));
    }
  });

  it('change with a commit, not with what is not committed or was given up', async () => {
    const before = await asked();
    const session = store().client.startSession();
    session.startTransaction();
    await docs.insertOne(doc(0), { session });
    await docs.deleteMany({ office: 3 }, { session });
    assert.deepEqual(await asked(), before, 'seen by nobody else');
    assert.equal(
      await docs.countDocuments({ office: 3, state: { $in: ['open', 'merged'] } }, { session }),
      0,
    );
    await session.commitTransaction();
    assert.deepEqual(await asked(), await found());
    const after = await asked();
    session.startTransaction();
    await docs.deleteMany({}, { session });
    await session.abortTransaction();
    await session.endSession();
    assert.deepEqual(await asked(), after);
  });

  it('are right when they are counted while others write', async () => {
    await docs.insertMany(Array.from({ length: 8000 }, (_, at) => doc(at))); // takes several turns to count
    const write = async (from: number): Promise<void> => {
      for (let at = 0; at < 15; at++) {
        await docs.insertMany([doc(from + at), doc(from + at + 1)]);
        await docs.updateOne({ office: at % 5 }, { $set: { state: STATES[at % 3], owed: at * 40 } });
        if (at % 4 === 0) await docs.deleteOne({ state: STATES[at % 2] });
      }
    };
    await Promise.all([asked(), write(1000), write(2000), asked(), write(3000), asked()]);
    assert.deepEqual(await asked(), await found());
  });

  it('survive a statement that fails in the middle of a batch', async () => {
    await docs.createIndex({ owed: 1 }, { unique: true });
    const before = await asked();
    const batch = [
      { ...doc(3), owed: -1 },
      { ...doc(3), owed: 3 },
      { ...doc(6), owed: -2 },
    ];
    await assert.rejects(docs.insertMany(batch, { ordered: true }));
    const after = await asked();
    assert.deepEqual(after, await found());
    assert.equal((after[2] ?? 0) - (before[2] ?? 0), 1, 'the one before it is there');
  });
});
