import assert from 'node:assert/strict';
import { BSON } from 'bson';
import fc from 'fast-check';
import { StoreError } from '../../server/platform/embedded/lang/errors.ts';
import { compileUpdate } from '../../server/platform/embedded/lang/update.ts';
import { identical, parse, serialize, type Doc } from '../../server/platform/embedded/lang/values.ts';
import { Refused, slowUpdate, type Plain, type PlainUpdate } from './store-cases/slow-update.ts';

const now = new Date('2026-03-01T08:00:00Z');
const toDoc = (js: object): Doc => parse(BSON.serialize(js));
const toJs = (doc: Doc): Record<string, Plain> => BSON.deserialize(serialize(doc));

const item: fc.Arbitrary<Plain> = fc.oneof(fc.integer({ min: -2, max: 5 }), fc.constantFrom('a', 'b', 'ab'));
const items = fc.array(item, { maxLength: 4 });
const anything: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 3, arbitrary: item },
  { weight: 1, arbitrary: items },
  { weight: 1, arbitrary: fc.record({ p: item }).map((doc) => ({ ...doc })) },
);
const amount = fc.integer({ min: -3, max: 3 });

const operation = fc.oneof(
  fc.tuple(fc.constantFrom('$set', '$min', '$max'), fc.oneof(item, items)),
  fc.tuple(fc.constantFrom('$unset'), fc.constant('')),
  fc.tuple(fc.constantFrom('$inc', '$mul'), amount),
  fc.tuple(
    fc.constantFrom('$push'),
    fc
      .record(
        {
          $each: items,
          $position: fc.integer({ min: -2, max: 3 }),
          $slice: amount,
          $sort: fc.constantFrom(1, -1),
        },
        { requiredKeys: ['$each'] },
      )
      .map((push) => ({ ...push })),
  ),
  fc.tuple(
    fc.constantFrom('$addToSet'),
    fc.record({ $each: items }).map((each) => ({ ...each })),
  ),
  fc.tuple(
    fc.constantFrom('$pull'),
    amount.map((least) => ({ $gte: least })),
  ),
  fc.tuple(fc.constantFrom('$pullAll'), items),
  fc.tuple(fc.constantFrom('$pop'), fc.constantFrom(1, -1)),
);

/** Each path once, so that nothing conflicts. */
const updates: fc.Arbitrary<PlainUpdate> = fc
  .uniqueArray(fc.tuple(fc.constantFrom('n', 't', 'o.p', 'o.q', 'z.y'), operation), {
    minLength: 1,
    maxLength: 4,
    selector: ([path]) => path,
  })
  .map((chosen) => {
    const update: PlainUpdate = {};
    for (const [path, [operator, operand]] of chosen) (update[operator] ??= {})[path] = operand;
    return update;
  });

const documents = fc
  .record({ n: fc.integer({ min: -5, max: 5 }), t: fc.oneof(items, item), o: anything }, { requiredKeys: [] })
  .map((fields): Record<string, Plain> => ({ _id: 1, ...fields }));

describe('An update', () => {
  it('does what the slow and obvious way does, or is refused where that is', () => {
    const seen = { done: 0, refused: 0 };
    fc.assert(
      fc.property(documents, updates, (before, update) => {
        const doc = toDoc(before);
        const run = (): ReturnType<ReturnType<typeof compileUpdate>['apply']> =>
          compileUpdate(toDoc(update), { now }).apply(doc, { inserting: false });
        let expected: Record<string, Plain>;
        try {
          expected = slowUpdate(before, update);
        } catch (error) {
          assert.ok(error instanceof Refused, String(error));
          assert.throws(run, StoreError);
          seen.refused++;
          return;
        }
        const { doc: after, changed } = run();
        assert.deepEqual(toJs(after), expected);
        assert.equal(changed, !identical(after, doc));
        assert.deepEqual(toJs(doc), before, 'the document given is left as it was');
        seen.done++;
      }),
      { numRuns: 4000 },
    );
    assert.ok(seen.done > 1000 && seen.refused > 200, JSON.stringify(seen));
  });

  it('repeated as a $set of its own result changes nothing', () => {
    fc.assert(
      fc.property(documents, (before) => {
        const { _id, ...fields } = before;
        const update = compileUpdate(toDoc({ $set: { _id, ...fields } }), { now });
        assert.equal(update.apply(toDoc(before), { inserting: false }).changed, false);
      }),
      { numRuns: 300 },
    );
  });

  it('far beyond the end of an array is refused, not padded', () => {
    const far = compileUpdate(toDoc({ $set: { 't.9999999': 1 } }), { now });
    assert.throws(() => far.apply(toDoc({ t: [] }), { inserting: false }), StoreError);
  });

  it('never reaches into JavaScript itself', () => {
    assert.throws(() => compileUpdate({ $set: { 'a.__proto__.polluted': true } }, { now }), StoreError);
    const plain = compileUpdate(toDoc({ $set: { 'constructor.name': 'x' } }), { now });
    const { doc } = plain.apply(toDoc({ _id: 1 }), { inserting: false });
    assert.deepEqual(toJs(doc)['constructor'], { name: 'x' });
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('as an upsert begins with the equalities and puts the _id first', () => {
    const update = compileUpdate(toDoc({ $set: { b: 2 }, $setOnInsert: { made: true } }), { now });
    const doc = update.upsertDoc({ 'firm.code': 'X', _id: 'key' });
    assert.deepEqual(Object.keys(doc), ['_id', 'firm', 'b', 'made']);
    assert.throws(
      () => update.upsertDoc({ a: 'x', 'a.b': 'y' }),
      (error) => error instanceof StoreError && error.code === 54,
    );
  });

  it('stamps the moment it is given', () => {
    const update = compileUpdate(toDoc({ $currentDate: { at: true } }), { now });
    assert.deepEqual(update.apply({}, { inserting: false }).doc['at'], now);
  });
});
