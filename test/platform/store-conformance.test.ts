import assert from 'node:assert/strict';
import { manualPage, useConformanceStore } from '../support/conformance-store.ts';
import { isEmbedded } from '../support/named-store.ts';
import { EXPRESSION_CASES } from './store-cases/expression-cases.ts';
import { PIPELINE_CASES } from './store-cases/pipeline-cases.ts';
import { QUERY_CASES } from './store-cases/query-cases.ts';
import { REFUSALS } from './store-cases/refusal-cases.ts';
import { UPDATE_CASES } from './store-cases/update-cases.ts';
import type { Collection, Document } from 'mongodb';
import type { RefusalCase } from './store-cases/case-types.ts';

const operator = (row: string): string => row.slice(row.indexOf('.') + 1);

describe('The store finds what the manual says', () => {
  const store = useConformanceStore('find');
  for (const { row, says, docs, filter, finds } of QUERY_CASES) {
    it(`${operator(row)}: ${says} (${manualPage(row)})`, async () => {
      const collection = await store().fresh(docs);
      const found = await collection.find(filter).project({ _id: 1 }).sort({ _id: 1 }).toArray();
      assert.deepEqual(
        found.map((doc) => doc._id),
        finds,
      );
      assert.equal(await collection.countDocuments(filter), finds.length);
    });
  }
});

describe('The store updates as the manual says', () => {
  const store = useConformanceStore('update');
  for (const one of UPDATE_CASES) {
    it(`${operator(one.row)}: ${one.says} (${manualPage(one.row)})`, async () => {
      const collection = await store().fresh([one.before]);
      const { arrayFilters } = one;
      const options = arrayFilters ? { arrayFilters } : {};
      await collection.updateOne({ _id: 1, ...one.filter } as Document, one.update, options);
      const after = await collection.findOne();
      assert.deepEqual(after, { _id: 1, ...one.after });
      assert.equal(JSON.stringify(after), JSON.stringify({ _id: 1, ...one.after }), 'the order of fields');
      for (const [field, type] of Object.entries(one.types ?? {})) {
        assert.equal(
          await collection.countDocuments({ [field]: { $type: type } }),
          1,
          `${field} is a ${type}`,
        );
      }
    });
  }
});

describe('The store aggregates as the manual says', () => {
  const store = useConformanceStore('aggregate');
  for (const { row, says, docs, pipeline, gives } of PIPELINE_CASES) {
    it(`${operator(row)}: ${says} (${manualPage(row)})`, async () => {
      const collection = await store().fresh(docs);
      assert.deepEqual(await collection.aggregate(pipeline).toArray(), gives);
    });
  }
  for (const { row, says, doc, expression, gives, type } of EXPRESSION_CASES) {
    it(`${operator(row)}: ${says} (${manualPage(row)})`, async () => {
      const collection = await store().fresh([doc ?? {}]);
      const stages = [{ $project: { _id: 0, v: expression } }, { $addFields: { type: { $type: '$v' } } }];
      const [result] = await collection.aggregate(stages).toArray();
      assert.deepEqual(result?.['v'], gives);
      if (type !== undefined) assert.equal(result?.['type'], type);
      if (gives === undefined) assert.equal(result?.['type'], 'missing');
    });
  }
});

const SUBJECT = { n: 5, text: 'x', list: [1, 2], at: new Date(0) };

async function runRefused(collection: Collection, { run, given }: RefusalCase): Promise<unknown> {
  const document = given as Document; // a list stands only where a pipeline is meant
  if (run === 'find') return collection.find(document).toArray();
  if (run === 'insert') return collection.insertOne(document);
  if (run === 'update') return collection.updateOne({ _id: 1 } as Document, document);
  if (run === 'aggregate') return collection.aggregate(given as Document[]).toArray();
  return collection.db.command(document);
}

describe('The store refuses, never ignores', () => {
  const store = useConformanceStore('refuse');
  for (const refusal of REFUSALS.filter((one) => isEmbedded || !one.stricter)) {
    it(`${refusal.says}: ${refusal.run} ${JSON.stringify(refusal.given)} fails with ${refusal.code}`, async () => {
      const collection = await store().fresh([SUBJECT]);
      const wireUpdate = refusal.run === 'update' && isWireOnly(refusal.given);
      const attempt = wireUpdate ? rawUpdate(collection, refusal) : runRefused(collection, refusal);
      await assert.rejects(attempt, (error: Error & { code?: number; codeName?: string }) => {
        assert.equal(error.code, refusal.code, error.message);
        assert.ok(error.message.length > 10, 'a sentence says why');
        return true;
      });
      assert.deepEqual(await collection.find().toArray(), [{ _id: 1, ...SUBJECT }], 'nothing was changed');
    });
  }
});

/** The driver itself turns down some updates; the store has to as well. */
const isWireOnly = (update: Document | Document[]): boolean => !Array.isArray(update) && update['$set'] === 5;

async function rawUpdate(collection: Collection, { given }: RefusalCase): Promise<void> {
  const reply = await collection.db.command({
    update: collection.collectionName,
    updates: [{ q: { _id: 1 }, u: given }],
  });
  const [error] = (reply['writeErrors'] ?? []) as { code: number; errmsg: string }[];
  if (error) throw Object.assign(new Error(error.errmsg), { code: error.code });
}
