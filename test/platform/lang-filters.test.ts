import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileFilter, type Bounds } from '../../server/platform/embedded/lang/filter.ts';
import { encodeKey, keysFor } from '../../server/platform/embedded/lang/keys.ts';
import { serialize, type Doc, type Value } from '../../server/platform/embedded/lang/values.ts';
import { filters, likelyFilter, PATHS, queryDocs, recipes } from './store-cases/random-queries.ts';

const RUNS = { numRuns: 2000 };

/** Whether an index key lies where the bounds say that a match must have one. */
function lies(key: Buffer, bounds: Bounds): boolean {
  const at = (value: Value): number => Buffer.compare(key, encodeKey([value], [1]));
  if ('points' in bounds) return bounds.points.some((point) => at(point) === 0);
  const low = bounds.min ? at(bounds.min.value) : 1;
  const high = bounds.max ? at(bounds.max.value) : -1;
  const aboveLow = low > 0 || (low === 0 && bounds.min?.inclusive === true);
  return aboveLow && (high < 0 || (high === 0 && bounds.max?.inclusive === true));
}

describe('A filter', () => {
  it('answers alike for bytes and for the parsed document, and its $nor the opposite', () => {
    fc.assert(
      fc.property(queryDocs, filters, (doc, filter) => {
        const matches = compileFilter(filter).matchesDoc(doc);
        assert.equal(compileFilter(filter).matches(serialize(doc)), matches);
        assert.equal(compileFilter({ $nor: [filter] }).matchesDoc(doc), !matches);
      }),
      RUNS,
    );
  });

  it('matches nothing outside the bounds it gives for an index', () => {
    const seen = { matched: 0, bounded: 0 };
    const check = (doc: Doc, filter: Doc, path: string): void => {
      const keys = keysFor(doc, [{ path, dir: 1 }], {});
      for (const multikey of Array.isArray(doc['a']) ? [true] : [true, false]) {
        const bounds = compileFilter(filter).bounds(path, multikey);
        if (!bounds) continue;
        seen.bounded++;
        assert.ok(
          keys.some((key) => lies(key, bounds)),
          `${path} ${JSON.stringify(bounds)}`,
        );
      }
    };
    fc.assert(
      fc.property(queryDocs, filters, recipes, fc.boolean(), (doc, any, chosen, likely) => {
        const filter = likely ? likelyFilter(doc, chosen) : any;
        if (!compileFilter(filter).matchesDoc(doc)) return;
        seen.matched++;
        for (const path of PATHS) check(doc, filter, path);
      }),
      { numRuns: 5_000 },
    );
    assert.ok(seen.matched > 1000 && seen.bounded > 1000, JSON.stringify(seen));
  });

  it('implies a partial index only when each of its matches belongs to it', () => {
    let implied = 0;
    fc.assert(
      fc.property(queryDocs, recipes, filters, queryDocs, recipes, (doc, chosen, any, other, recipe) => {
        const partial = recipe.length > 1 ? any : likelyFilter(other, recipe);
        const compiled = compileFilter(likelyFilter(doc, chosen));
        if (!compiled.matchesDoc(doc) || !compiled.impliesPartial(partial)) return;
        implied++;
        assert.ok(compileFilter(partial).matchesDoc(doc), JSON.stringify(partial));
      }),
      { numRuns: 8_000 },
    );
    assert.ok(implied > 50, `${implied} pairs`);
  });

  it('gives the planner narrow bounds where it can', () => {
    const both = compileFilter({
      day: { $gte: 'x', $lt: 'y' },
      site: { $in: ['b', 'a'] },
      name: { $regex: '^ab' },
    });
    assert.deepEqual(both.bounds('day', false), {
      min: { value: 'x', inclusive: true },
      max: { value: 'y', inclusive: false },
    });
    assert.deepEqual(both.bounds('site'), { points: ['a', 'b'] });
    assert.deepEqual(both.bounds('name'), {
      min: { value: 'ab', inclusive: true },
      max: { value: 'ac', inclusive: false },
    });
    assert.equal(both.bounds('other'), null);
  });

  it('names the plain equalities an upsert begins with', () => {
    const given: Doc = { a: 'x', $and: [{ b: { $eq: 'y' } }], c: { $gt: 'z' }, $or: [{ d: 'w' }] };
    assert.deepEqual(compileFilter(given).equalities, { a: 'x', b: 'y', d: 'w' });
  });

  it('looks up long lists as it compares short ones', () => {
    fc.assert(
      fc.property(
        queryDocs,
        fc.array(fc.constantFrom<Value>('a', null, true, 'zz'), { minLength: 9, maxLength: 12 }),
        (doc, list) => {
          const long = compileFilter({ a: { $in: list } }).matchesDoc(doc);
          const short = list.some((value) => compileFilter({ a: { $in: [value] } }).matchesDoc(doc));
          assert.equal(long, short);
        },
      ),
      { numRuns: 500 },
    );
  });
});
