import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Double, Long } from 'mongodb';
import { refusal, useEmbeddedStore } from './embedded-fixture.ts';
import type { Doc } from './embedded-fixture.ts';

const ids = (docs: Doc[]): unknown[] => docs.map((doc) => doc._id);

/** The stages of a plan, outermost first. */
function stages(plan: { stage: string; inputStage?: typeof plan; indexName?: string }): string[] {
  const own = plan.indexName === undefined ? plan.stage : `${plan.stage} ${plan.indexName}`;
  return [own, ...(plan.inputStage ? stages(plan.inputStage) : [])];
}

describe('Indexes of the embedded store', function () {
  this.timeout(50_000);
  const fixture = useEmbeddedStore();

  it('names pattern and value of a duplicate key, and keeps the value out of the message', async () => {
    const { docs } = fixture();
    await docs.createIndex({ phone: 1, area: -1 }, { unique: true });
    await docs.insertOne({ _id: 1, phone: '13900001111', area: 'x' });
    const error = await refusal(docs.insertOne({ _id: 2, phone: '13900001111', area: 'x' }));
    assert.equal(error.code, 11000);
    assert.deepEqual(error['keyPattern'], { phone: 1, area: -1 });
    assert.deepEqual(error['keyValue'], { phone: '13900001111', area: 'x' });
    assert.doesNotMatch(error.message, /13900001111/);
    const moved = await docs.insertOne({ _id: 3, phone: '13900001111', area: 'y' });
    assert.equal(moved.insertedId, 3);
    assert.equal((await refusal(docs.updateOne({ _id: 3 }, { $set: { area: 'x' } }))).code, 11000);
    assert.equal((await refusal(docs.insertOne({ _id: 3 }))).code, 11000);
  });

  it('takes 1, 1.0 and a long 1 for the same unique key', async () => {
    const { docs } = fixture();
    await docs.createIndex({ n: 1 }, { unique: true });
    await docs.insertOne({ _id: 1, n: 1 });
    assert.equal((await refusal(docs.insertOne({ _id: 2, n: new Double(1) }))).code, 11000);
    assert.equal((await refusal(docs.insertOne({ _id: 3, n: Long.fromNumber(1) }))).code, 11000);
  });

  it('holds a unique partial index only over the documents it is about', async () => {
    const { docs } = fixture();
    await docs.createIndex({ seat: 1 }, { unique: true, partialFilterExpression: { active: true } });
    await docs.insertMany([
      { _id: 1, seat: 'a', active: false },
      { _id: 2, seat: 'a', active: false },
      { _id: 3, seat: 'a', active: true },
    ]);
    assert.equal((await refusal(docs.insertOne({ _id: 4, seat: 'a', active: true }))).code, 11000);
    assert.equal((await refusal(docs.updateOne({ _id: 1 }, { $set: { active: true } }))).code, 11000);
    await docs.updateOne({ _id: 3 }, { $set: { active: false } });
    await docs.updateOne({ _id: 1 }, { $set: { active: true } });
    // A query that also wants inactive ones may not use it.
    assert.equal(await docs.countDocuments({ seat: 'a' }), 3);
    const plan = await docs.find({ seat: 'a', active: true }).explain('executionStats');
    assert.deepEqual(stages(plan['queryPlanner'].winningPlan), ['FETCH', 'IXSCAN seat_1']);
    assert.equal(plan['executionStats'].totalDocsExamined, 1);
  });

  it('leaves documents without the field out of a sparse index, but not out of results', async () => {
    const { docs } = fixture();
    await docs.createIndex({ code: 1 }, { unique: true, sparse: true });
    await docs.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3, code: 'x' }]);
    assert.equal((await refusal(docs.insertOne({ _id: 4, code: 'x' }))).code, 11000);
    assert.deepEqual(ids(await docs.find({ code: null }).toArray()), [1, 2]);
    assert.deepEqual(ids(await docs.find({}).sort({ code: 1, _id: 1 }).toArray()), [1, 2, 3]);
  });

  it('finds by any element of an array, each document once', async () => {
    const { docs } = fixture();
    await docs.createIndex({ tags: 1 });
    await docs.insertMany([
      { _id: 1, tags: ['a', 'b', 'c'] },
      { _id: 2, tags: ['b'] },
      { _id: 3, tags: [] },
    ]);
    assert.deepEqual(ids(await docs.find({ tags: { $gte: 'a' } }).toArray()).sort(), [1, 2]);
    assert.deepEqual(ids(await docs.find({ tags: 'b' }).toArray()), [1, 2]);
    await docs.updateOne({ _id: 1 }, { $pull: { tags: 'b' } } as object);
    assert.deepEqual(ids(await docs.find({ tags: 'b' }).toArray()), [2]);
    await docs.createIndex({ tags: 1, other: 1 });
    assert.equal((await refusal(docs.insertOne({ _id: 4, tags: [1], other: [2] }))).code, 171);
  });

  it('builds an index over documents that are there while others are written', async () => {
    const { docs } = fixture();
    await docs.insertMany(
      Array.from({ length: 4000 }, (_, i) => ({ _id: i, n: i % 100, pad: 'x'.repeat(200) })),
    );
    let built = false;
    const building = docs.createIndex({ n: 1 }).then(() => {
      built = true;
    });
    let during = 0;
    while (!built) {
      await docs.updateOne({ _id: during % 4000 }, { $set: { n: 500 + during } });
      await docs.insertOne({ _id: 4000 + during, n: 7 });
      await docs.deleteOne({ _id: 3999 - during });
      during++;
    }
    await building;
    assert.ok(during > 0);
    const byIndex = await docs.find({ n: { $gte: 0 } }, { hint: 'n_1' }).toArray();
    const all = await docs.find({}, { hint: '_id_' }).toArray();
    assert.deepEqual(
      ids(byIndex)
        .map(Number)
        .sort((a, b) => a - b),
      ids(all).map(Number),
    );
    const plan = await docs.find({ n: { $gte: 0 } }, { hint: 'n_1' }).explain('executionStats');
    assert.equal(plan['executionStats'].totalKeysExamined, all.length);
  });

  it('does not build a unique index over duplicates, and leaves none behind', async () => {
    const { docs } = fixture();
    await docs.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
    ]);
    assert.equal((await refusal(docs.createIndex({ n: 1 }, { unique: true }))).code, 11000);
    assert.deepEqual(
      (await docs.indexes()).map((index) => index.name),
      ['_id_'],
    );
    await docs.insertOne({ _id: 3, n: 1 });
  });

  it('tells what is wrong with an index by the codes mongoose looks for', async () => {
    const { docs } = fixture();
    await docs.createIndex({ a: 1 }, { name: 'one' });
    await docs.createIndex({ a: 1 }, { name: 'one' });
    assert.equal((await refusal(docs.createIndex({ a: 1 }, { name: 'two' }))).code, 85);
    assert.equal((await refusal(docs.createIndex({ b: 1 }, { name: 'one' }))).code, 86);
    assert.equal((await refusal(docs.createIndex({ a: 1 }, { name: 'one', unique: true }))).code, 86);
    assert.equal((await refusal(docs.dropIndex('none'))).code, 27);
    await docs.dropIndex('one');
    await docs.createIndex({ b: 1 }, { name: 'one' });
  });

  it('keeps keys longer than the storage takes apart, and in order', async () => {
    const { docs } = fixture();
    await docs.createIndex({ text: 1 }, { unique: true });
    const long = 'x'.repeat(3000);
    await docs.insertMany([
      { _id: 1, text: `${long}b` },
      { _id: 2, text: `${long}a` },
      { _id: 3, text: long },
      { _id: 4, text: 'y' },
    ]);
    assert.equal((await refusal(docs.insertOne({ _id: 5, text: `${long}a` }))).code, 11000);
    assert.deepEqual(ids(await docs.find({ text: `${long}a` }).toArray()), [2]);
    assert.deepEqual(ids(await docs.find({ text: { $gt: `${long}a` } }).toArray()).sort(), [1, 4]);
    assert.deepEqual(ids(await docs.find({}).sort({ text: 1 }).toArray()), [3, 2, 1, 4]);
    assert.equal((await refusal(docs.insertOne({ _id: long }))).code, 17280);
  });

  it('uses equality, then sort, then range of a compound index', async () => {
    const { docs } = fixture();
    await docs.createIndex({ area: 1, dueOn: -1 });
    await docs.insertMany(Array.from({ length: 300 }, (_, i) => ({ _id: i, area: `a${i % 10}`, dueOn: i })));
    const query = docs
      .find({ area: 'a3', dueOn: { $lt: 100 } })
      .sort({ dueOn: -1 })
      .limit(5);
    assert.deepEqual(ids(await query.clone().toArray()), [93, 83, 73, 63, 53]);
    const plan = await query.explain('executionStats');
    assert.deepEqual(stages(plan['queryPlanner'].winningPlan), ['FETCH', 'IXSCAN area_1_dueOn_-1']);
    assert.ok(plan['executionStats'].totalDocsExamined <= 16);
    const backward = docs.find({ area: 'a3' }).sort({ dueOn: 1 }).limit(3);
    assert.deepEqual(ids(await backward.clone().toArray()), [3, 13, 23]);
    assert.deepEqual(stages((await backward.explain())['queryPlanner'].winningPlan)[0], 'FETCH');
    const scan = await docs.find({ dueOn: 5 }).explain();
    assert.deepEqual(stages(scan['queryPlanner'].winningPlan), ['COLLSCAN']);
  });

  it('walks the order where most of the collection lies in a range, and reads the range where little does', async () => {
    const { docs } = fixture();
    await docs.createIndex({ area: 1, at: 1 });
    await docs.createIndex({ at: 1 });
    const all = Array.from({ length: 1500 }, (_, at) => ({
      ...{ _id: at, at: (at * 7919) % 1500, area: at % 30 === 0 ? 'b1' : 'a1', open: at % 2 === 0 },
    }));
    await docs.insertMany(all);
    const ask = async (area: string, limit: number): Promise<[number, unknown[]]> => {
      const asked = docs.find({ area: { $gte: area, $lt: `${area}:` }, open: true }).sort({ at: -1 });
      const plan = await asked.clone().limit(limit).explain('executionStats');
      return [Number(plan['executionStats'].totalDocsExamined), ids(await asked.limit(limit).toArray())];
    };
    const expected = (area: string, limit: number): unknown[] =>
      all
        .filter((one) => one.area.startsWith(area) && one.open)
        .sort((a, b) => b.at - a.at)
        .slice(0, limit)
        .map(({ _id }) => _id);
    const [read, found] = await ask('a', 20);
    assert.deepEqual(found, expected('a', 20));
    assert.ok(read < 100, `${read} read for a page of 20`);
    const [few, rare] = await ask('b', 20);
    assert.deepEqual([few, rare], [50, expected('b', 20)]);
    const [every] = await ask('a', 1450);
    assert.equal(every, 1450, 'nearly all of it is gathered and sorted');
  });

  it('gives for random documents and filters what reading every document gives', async () => {
    const { docs } = fixture();
    const scalar = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom('', 'a', 'b', 'ab', null, true, false, 1.5, new Date(0), new Date(5)),
    );
    const field = fc.oneof(
      { weight: 4, arbitrary: scalar },
      { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
    );
    const document = fc.record(
      { a: field, b: scalar, c: fc.record({ d: field }, { requiredKeys: [] }) },
      { requiredKeys: [] },
    );
    const condition = fc.oneof(
      scalar,
      fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
      fc
        .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne', '$eq'), scalar)
        .map(([op, value]) => ({ [op]: value })),
      fc.tuple(scalar, scalar).map(([$gte, $lt]) => ({ $gte, $lt })),
      fc.record({ $exists: fc.boolean() }),
    );
    const flat = fc.record({ a: condition, b: condition, 'c.d': condition }, { requiredKeys: [] });
    const filter = fc.oneof(
      flat,
      fc.record({ $or: fc.array(flat, { minLength: 1, maxLength: 2 }) }),
      fc.record({ $and: fc.array(flat, { minLength: 1, maxLength: 2 }) }),
    );
    const sort = fc.constantFrom({}, { a: 1 }, { a: -1 }, { b: -1 }, { b: 1, a: -1 }, { 'c.d': 1 });
    // With _id behind, an index can deliver the whole order and is not only sorted afterwards.
    const indexes: { name: string; key: Record<string, 1 | -1> }[] = [
      { name: 'a', key: { a: 1, _id: 1 } },
      { name: 'ba', key: { b: -1, a: 1, _id: -1 } },
      { name: 'cd', key: { 'c.d': 1, _id: 1 } },
      { name: 'ab', key: { a: 1, b: 1 } },
    ];
    const options = { numRuns: 60, interruptAfterTimeLimit: 25_000 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { minLength: 1, maxLength: 25 }),
        fc.array(filter, { minLength: 4, maxLength: 4 }),
        sort,
        async (all, filters, order) => {
          // Dropping keeps no marks of earlier arrays, so that plain plans are tried as well.
          await docs.drop();
          await docs.createIndexes(indexes);
          await docs.insertMany(all.map((doc, _id) => ({ _id, ...doc })));
          for (const wanted of filters) {
            const sorted = { ...order, _id: 1 as const };
            const byScan = ids(await docs.find(wanted, { hint: '_id_', sort: sorted }).toArray());
            for (const hint of [undefined, ...indexes.map(({ name }) => name)]) {
              const byIndex = ids(
                await docs.find(wanted, { sort: sorted, ...(hint ? { hint } : {}) }).toArray(),
              );
              assert.deepEqual(byIndex, byScan, `${hint ?? 'chosen'}: ${JSON.stringify(wanted)}`);
            }
            const unsorted = await docs.find(wanted).toArray();
            assert.equal(new Set(ids(unsorted)).size, byScan.length);
          }
        },
      ),
      options,
    );
  });
});
