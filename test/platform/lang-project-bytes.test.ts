import assert from 'node:assert/strict';
import { Int32 } from 'bson';
import fc from 'fast-check';
import { cutOf } from '../../server/platform/embedded/lang/project-bytes.ts';
import { compileProjection } from '../../server/platform/embedded/lang/project.ts';
import { parse, serialize } from '../../server/platform/embedded/lang/values.ts';
import type { Doc } from '../../server/platform/embedded/lang/values.ts';

const NAMES = ['_id', 'a', 'ab', 'b', '姓名', 'list'];
const value = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string()),
  fc.dictionary(
    fc.constantFrom('a', 'x'),
    fc.oneof(fc.string(), fc.dictionary(fc.constantFrom('x', 'y'), fc.boolean(), { noNullPrototype: true })),
    {
      noNullPrototype: true,
    },
  ),
);
const document = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), value), { selector: ([name]) => name })
  .map((entries) => Object.fromEntries(entries));
const spec = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...NAMES.slice(1), 'none'), { minLength: 1 }),
    fc.boolean(),
    fc.constantFrom(undefined, true, false),
  )
  .map(([names, keep, id]) => ({
    ...Object.fromEntries(names.map((name) => [name, keep])),
    ...(id === undefined ? {} : { _id: id }),
  }));

/** Below fields, some of them missing and some no documents; never a field and something below it. */
const deepSpec = fc
  .tuple(
    fc.constantFrom(
      ['a.x', 'b'],
      ['a.a', 'a.x', 'ab.x'],
      ['list.a'],
      ['a.x.y', 'a.a', '姓名.x'],
      ['none.x.y'],
    ),
    fc.boolean(),
    fc.constantFrom(undefined, true, false),
  )
  .map(([paths, keep, id]) => ({
    ...Object.fromEntries(paths.map((path) => [path, keep])),
    ...(id === undefined ? {} : { _id: id }),
  }));

describe('a projection cut out of the bytes', () => {
  it('is what reading the document and keeping or dropping the fields gives, in the same order', () => {
    fc.assert(
      fc.property(document, spec, (doc, wanted) => {
        const cut = cutOf(wanted);
        assert.ok(cut !== null);
        const expected = compileProjection(wanted)(doc);
        const made = parse(cut(serialize(doc)) ?? Buffer.alloc(0));
        assert.deepEqual(made, expected);
        assert.deepEqual(Object.keys(made), Object.keys(expected));
      }),
      { numRuns: 500 },
    );
  });

  it('looks into documents, and leaves those with a list on the way to whoever reads them', () => {
    let [cuts, lists] = [0, 0];
    fc.assert(
      fc.property(document, deepSpec, (doc, wanted) => {
        const made = cutOf(wanted)?.(serialize(doc));
        if (made === null) {
          const ways = Object.keys(wanted).map((path) => path.split('.')[0] ?? '');
          assert.ok(ways.some((name) => Array.isArray(doc[name])));
          lists += 1;
          return;
        }
        const expected = compileProjection(wanted)(doc);
        const read = parse(made ?? Buffer.alloc(0));
        assert.deepEqual(read, expected);
        assert.equal(JSON.stringify(read), JSON.stringify(expected), 'in the same order');
        cuts += 1;
      }),
      { numRuns: 1_000 },
    );
    assert.ok(cuts > 0 && lists > 0);
  });

  for (const id of [true, false]) {
    it(`knows a projection of _id alone: ${id}`, () => {
      const doc = { _id: 'k', a: 'v' };
      const made = cutOf({ _id: id })?.(serialize(doc));
      assert.deepEqual(Object.keys(parse(made ?? Buffer.alloc(0))), id ? ['_id'] : ['a']);
    });
  }

  const others: Doc[] = [
    { '_id.a': true },
    { a: { b: true } },
    { a: { $slice: new Int32(1) } },
    { list: { $elemMatch: { a: 'x' } } },
  ];
  for (const other of others) {
    it(`leaves ${JSON.stringify(other)} to those who read the document`, () => {
      assert.equal(cutOf(other), null);
    });
  }
});
