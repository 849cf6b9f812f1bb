import assert from 'node:assert/strict';
import { BSON } from 'bson';
import fc from 'fast-check';
import { compilePipeline } from '../../server/platform/embedded/lang/aggregate.ts';
import { compileFilter } from '../../server/platform/embedded/lang/filter.ts';
import { compileProjection } from '../../server/platform/embedded/lang/project.ts';
import { compileSort } from '../../server/platform/embedded/lang/sort.ts';
import {
  identical,
  parse,
  parseFields,
  serialize,
  type Doc,
} from '../../server/platform/embedded/lang/values.ts';
import { queryDocs } from './store-cases/random-queries.ts';

type Row = { k: string; n: number };

const toDoc = (js: object): Doc => parse(BSON.serialize(js));
const rows: fc.Arbitrary<Row[]> = fc.array(
  fc
    .record({ k: fc.constantFrom('a', 'b', 'c'), n: fc.integer({ min: -50, max: 50 }) })
    .map((row) => ({ ...row })),
  { maxLength: 30 },
);

async function* inBatches(docs: Doc[]): AsyncGenerator<Doc[]> {
  for (let at = 0; at < docs.length; at += 7) yield docs.slice(at, at + 7);
}

/** As the store runs it: the prefix apart, then only the fields the rest asks for. */
async function run(stages: object[], docs: Doc[]): Promise<Doc[]> {
  const { prefix, run: rest, fields } = compilePipeline(stages.map(toDoc));
  let list = docs;
  const { filter, sort, skip = 0, limit } = prefix;
  if (filter) list = list.filter((doc) => compileFilter(filter).matchesDoc(doc));
  if (sort) list = [...list].sort(compileSort(sort));
  list = list.slice(skip, limit === undefined ? undefined : skip + limit);
  if (fields) list = list.map((doc) => parseFields(serialize(doc), fields));
  const found: Doc[] = [];
  for await (const doc of rest(inBatches(list))) found.push(doc);
  return found;
}

const js = async (stages: object[], docs: object[]): Promise<unknown[]> =>
  (await run(stages, docs.map(toDoc))).map((doc) => BSON.deserialize(serialize(doc)));

describe('A pipeline', () => {
  it('groups as one would by hand', async () => {
    const group = {
      _id: '$k',
      sum: { $sum: '$n' },
      least: { $min: '$n' },
      most: { $max: '$n' },
      mean: { $avg: '$n' },
      first: { $first: '$n' },
      last: { $last: '$n' },
      all: { $push: '$n' },
      count: { $count: {} },
    };
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const expected = [...new Set(given.map((row) => row.k))].sort().map((k) => {
          const all = given.filter((row) => row.k === k).map((row) => row.n);
          const sum = all.reduce((a, b) => a + b, 0);
          const [least, most] = [Math.min(...all), Math.max(...all)];
          const ends = { first: all[0], last: all.at(-1) };
          return { _id: k, sum, least, most, mean: sum / all.length, ...ends, all, count: all.length };
        });
        assert.deepEqual(await js([{ $group: group }, { $sort: { _id: 1 } }], given), expected);
      }),
      { numRuns: 300 },
    );
  });

  it('sorts few of many as it would sort them all', async () => {
    const page = fc.tuple(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 6 }));
    await fc.assert(
      fc.asyncProperty(fc.array(queryDocs, { maxLength: 25 }), page, async (docs, [skip, limit]) => {
        const numbered = docs.map((doc, i): Doc => ({ ...doc, at: String(i).padStart(3, '0') }));
        // A stage in front keeps the sort out of the prefix, so that the stage itself does it.
        const front = { $addFields: { more: true } };
        const sort = { $sort: { a: 1, b: -1, at: 1 } };
        const all = await run([front, sort], numbered);
        const some = await run([front, sort, { $skip: skip }, { $limit: limit }], numbered);
        assert.ok(identical(some, all.slice(skip, skip + limit)));
      }),
      { numRuns: 300 },
    );
  });

  it('sorts few of very many, letting go of the rest on the way', async () => {
    const docs = Array.from({ length: 5003 }, (_, i) => ({
      n: (i * 7919) % 5003,
      half: ((i * 7919) % 5003) >> 1,
    }));
    const stages = [
      { $addFields: { x: 1 } },
      { $sort: { half: -1, n: 1 } },
      { $limit: 3 },
      { $project: { n: 1 } },
    ];
    assert.deepEqual(await js(stages, docs), [{ n: 5002 }, { n: 5000 }, { n: 5001 }]);
  });

  it('reads no field less than it needs', async () => {
    const stages = [
      [{ $project: { x: { $ifNull: ['$b', '$c'] }, a: 1 } }],
      [{ $unwind: '$a' }, { $group: { _id: '$a', n: { $sum: 1 } } }],
      [{ $match: { b: { $exists: true } } }, { $limit: 9 }, { $match: { c: { $ne: 1 } } }, { $count: 'n' }],
      [{ $addFields: { d: '$a.x' } }, { $project: { d: 1 } }],
      [{ $replaceWith: { b: '$b', all: '$c' } }],
      [{ $sortByCount: '$b.x' }],
      [{ $facet: { one: [{ $project: { c: 1 } }], two: [{ $count: 'n' }] } }],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(queryDocs, { maxLength: 8 }),
        fc.constantFrom(...stages),
        async (docs, chosen) => {
          const { prefix, run: rest } = compilePipeline(chosen.map(toDoc));
          const matching = prefix.filter
            ? docs.filter((doc) => compileFilter(prefix.filter ?? {}).matchesDoc(doc))
            : docs;
          const whole: Doc[] = [];
          for await (const doc of rest(inBatches(matching.slice(0, prefix.limit)))) whole.push(doc);
          assert.ok(identical(await run(chosen, docs), whole));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('leaves the documents it reads as they were', async () => {
    const stages = [
      { $addFields: { 'b.z': 1 } },
      { $unset: 'a' },
      { $unwind: { path: '$c', preserveNullAndEmptyArrays: true } },
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(queryDocs, { maxLength: 5 }), async (docs) => {
        const before = docs.map(serialize);
        await run(stages, docs);
        assert.deepEqual(docs.map(serialize), before);
      }),
      { numRuns: 200 },
    );
  });
});

describe('A projection', () => {
  it('and its opposite share a document out between them', () => {
    const paths = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 });
    fc.assert(
      fc.property(queryDocs, paths, (doc, chosen) => {
        const flags = (keep: boolean): Doc => Object.fromEntries(chosen.map((path) => [path, keep]));
        const kept = compileProjection(flags(true))(doc);
        const left = compileProjection(flags(false))(doc);
        assert.deepEqual(Object.keys({ ...kept, ...left }).sort(), Object.keys(doc).sort());
        assert.deepEqual(
          Object.keys(kept).sort(),
          Object.keys(doc)
            .filter((key) => chosen.includes(key as 'a'))
            .sort(),
        );
        for (const key of Object.keys(doc)) assert.ok(identical({ ...kept, ...left }[key], doc[key]));
      }),
      { numRuns: 500 },
    );
  });
});
