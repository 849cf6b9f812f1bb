import assert from 'node:assert/strict';
import fc from 'fast-check';
import { useConformanceStore } from '../support/conformance-store.ts';
import { isEmbedded } from '../support/named-store.ts';
import { filters, likelyFilter, PATHS, queryDocs, recipes } from './store-cases/random-queries.ts';
import type { Collection, Document, Sort } from 'mongodb';
import type { Doc } from '../../server/platform/embedded/lang/values.ts';

const SAMPLE = 150;
const sort: fc.Arbitrary<Record<string, 1 | -1>> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...PATHS), fc.constantFrom(1 as const, -1 as const)), {
    minLength: 1,
    maxLength: 2,
    selector: ([path]) => path,
  })
  .map((parts) => Object.fromEntries(parts));
const page = fc.record({ skip: fc.nat({ max: 5 }), limit: fc.nat({ max: 20 }) });

async function addIndexes(collection: Collection): Promise<void> {
  await collection.createIndex({ a: 1 });
  await collection.createIndex({ b: 1, c: -1 });
  await collection.createIndex({ 'a.x': 1, c: 1 });
  await collection.createIndex({ c: -1 }, { sparse: true });
  await collection.createIndex({ 'b.x': 1, a: 1 });
  await collection.createIndex({ b: -1 }, { partialFilterExpression: { c: { $gte: 1 } } });
}

const usesIndex = async (collection: Collection, filter: Document): Promise<boolean> =>
  JSON.stringify(await collection.find(filter).explain()).includes('IXSCAN');

/** The same documents twice: `bare` can only be read through, `indexed` has every kind of index. */
describe('With indexes the store answers what it answers without', function () {
  this.timeout(60_000);
  const store = useConformanceStore('properties');
  const seed = Math.floor(Math.random() * 2 ** 31);
  const docs = fc.sample(queryDocs, { numRuns: SAMPLE, seed });
  let bare: Collection;
  let indexed: Collection;

  before(async () => {
    bare = await store().fresh(docs);
    indexed = await store().fresh(docs.slice(0, SAMPLE / 2));
    await addIndexes(indexed);
    const later = docs.slice(SAMPLE / 2).map((doc, i): Document => ({ _id: SAMPLE / 2 + i + 1, ...doc }));
    await indexed.insertMany(later);
  });

  /** Half of the filters are about values of the documents themselves, so that they find something. */
  const filterOf = ([any, chosen, which]: [Doc, Parameters<typeof likelyFilter>[1], number]): Document =>
    which % 2 === 0 ? any : likelyFilter(docs[which % SAMPLE] ?? {}, chosen);
  const asked = fc.tuple(filters, recipes, fc.nat()).map(filterOf);

  it(`to any filter (documents of seed ${seed})`, async () => {
    const seen = { byIndex: 0, found: 0 };
    await fc.assert(
      fc.asyncProperty(asked, async (filter) => {
        const [expected, found] = await Promise.all(
          [bare, indexed].map((one) => one.find(filter).project({ _id: 1 }).toArray()),
        );
        const ids = (list: Document[] | undefined): unknown[] => (list ?? []).map((doc) => doc['_id']).sort();
        assert.deepEqual(ids(found), ids(expected));
        assert.equal(await indexed.countDocuments(filter), expected?.length);
        if (found && found.length > 0) seen.found++;
        if (isEmbedded && (await usesIndex(indexed, filter))) seen.byIndex++;
      }),
      { numRuns: 250 },
    );
    assert.ok(seen.found > 50, JSON.stringify(seen));
    if (isEmbedded) assert.ok(seen.byIndex > 50, JSON.stringify(seen));
  });

  it(`in any order, page by page (documents of seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(asked, sort, page, async (filter, by, { skip, limit }) => {
        const order: Sort = { ...by, _id: 1 };
        const [expected, found] = await Promise.all(
          [bare, indexed].map((one) => one.find(filter).sort(order).skip(skip).limit(limit).toArray()),
        );
        assert.deepEqual(found, expected);
      }),
      { numRuns: 150 },
    );
  });

  /**
   * A facet's pipeline is never answered by the query before it. MongoDB hands a facet only the fields it needs, which drops
   * plain values from a list with records among them and so sorts otherwise: there the documents without an index will do.
   */
  const readThrough = async (pipeline: Document[]): Promise<unknown> => {
    if (!isEmbedded) return bare.aggregate(pipeline).toArray();
    const [apart] = await bare.aggregate([{ $facet: { all: pipeline } }]).toArray();
    return apart?.['all'];
  };

  it(`to a pipeline, whether or not its beginning may use an index (documents of seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(asked, sort, page, async (filter, by, { skip, limit }) => {
        const pipeline = [
          { $match: filter },
          { $sort: { ...by, _id: 1 } },
          { $skip: skip },
          { $limit: limit + 1 },
          { $group: { _id: '$c', n: { $sum: 1 }, ids: { $push: '$_id' } } },
          { $sort: { _id: 1 } },
        ];
        const pushed = await indexed.aggregate(pipeline).toArray();
        assert.deepEqual(pushed, await readThrough(pipeline));
      }),
      { numRuns: 60 },
    );
  });

  it(`after any updates and removals (documents of seed ${seed})`, async () => {
    const change = fc.oneof(
      fc.constantFrom<Document>({ $set: { c: 1 } }, { $unset: { b: '' } }, { $set: { a: ['ab', 1] } }),
      fc.constantFrom<Document>({ $set: { b: 'a', 'd.e': 1 } }, { $max: { c: 2 } }, { $rename: { c: 'b' } }),
      fc.constantFrom<Document>({ $set: { a: { x: 1 } } }, { $min: { b: 1 } }, { $unset: { a: '' } }),
    );
    await fc.assert(
      fc.asyncProperty(asked, change, fc.nat({ max: 9 }), async (filter, update, which) => {
        const counts: number[] = [];
        for (const one of [bare, indexed]) {
          if (which === 0)
            counts.push((await one.deleteMany({ _id: { $in: await firstIds(one, filter) } })).deletedCount);
          else counts.push((await one.updateMany(filter, update)).modifiedCount);
        }
        assert.equal(counts[1], counts[0]);
        for (const query of [filter, { c: { $gte: 1 } }, { a: 'ab' }]) {
          const [expected, found] = await Promise.all(
            [bare, indexed].map((one) => one.find(query).sort({ _id: 1 }).toArray()),
          );
          assert.deepEqual(found, expected);
        }
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });
});

async function firstIds(collection: Collection, filter: Document): Promise<never[]> {
  const docs = await collection.find(filter).sort({ _id: 1 }).limit(2).project({ _id: 1 }).toArray();
  return docs.map((doc) => doc['_id']) as never[]; // the sample's ids are numbers, unknown to the driver's type
}
