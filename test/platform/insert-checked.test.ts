import assert from 'node:assert/strict';
import mongoose, { Schema } from 'mongoose';
import { inTransaction } from '../../server/platform/db.ts';
import { insertChecked, insertLast } from '../../server/platform/insert-checked.ts';
import { useStore } from '../support/store.ts';

const required = true;
const part = new Schema({ day: { type: String, required }, count: Number }, { _id: false });
const schema = new Schema(
  {
    name: { type: String, required, maxlength: 10 },
    kind: { type: String, enum: ['one', 'two'] },
    at: Date,
    fen: { type: Number, validate: Number.isSafeInteger },
    marks: [String],
    part,
    parts: [part],
    facts: Schema.Types.Mixed,
    sealed: {
      type: String,
      set: (value: unknown) => {
        if (value !== 'box') throw new Error('never plain text');
        return value;
      },
    },
  },
  { versionKey: false },
);
const Records = mongoose.model('checkedRecords', schema, 'checkedRecords');
const Others = mongoose.model('otherRecords', new Schema({ n: Number }), 'otherRecords');

describe('records inserted past mongoose’s documents', () => {
  useStore();
  const whole = () => ({
    _id: new mongoose.Types.ObjectId(),
    ...{ name: '张大山', kind: 'one', at: new Date(0), fen: 100, marks: ['a', 'b'], sealed: 'box' },
    ...{ part: { day: '2026-11-23', count: 2 }, parts: [{ day: '2026-11-24' }], facts: { any: [1, 'x'] } },
  });
  const kept = () => Records.collection.find({}).toArray();

  it('are stored as they were handed over', async () => {
    const [one, two] = [whole(), { ...whole(), kind: undefined }];
    await insertChecked(Records, [one, two]);
    const { kind: _, ...without } = two;
    assert.deepEqual(await kept(), [one, without]);
  });

  it('belong to the transaction that runs', async () => {
    await assert.rejects(
      inTransaction(async () => {
        await insertChecked(Records, [whole()]);
        throw new Error('undone');
      }),
      /undone/,
    );
    assert.deepEqual(await kept(), []);
  });

  const WRONG: [what: string, change: object, said: RegExp][] = [
    ['a field the schema does not know', { extra: 1 }, /extra is not in the schema/],
    ['a number as text', { fen: '100' }, /fen has another type/],
    ['a day as text where a moment belongs', { at: '2026-11-23' }, /at has another type/],
    ['a word that is none of those allowed', { kind: 'three' }, /kind is not valid/],
    ['an amount that is not whole', { fen: 0.5 }, /fen is not valid/],
    ['a text that is too long', { name: 'x'.repeat(11) }, /name is not valid/],
    ['something else in a list', { marks: ['a', 3] }, /marks has another type/],
    ['no list at all', { marks: 'a' }, /marks is no list/],
    ['no inner record', { part: ['a'] }, /part is no record/],
    ['a gap in an inner record', { part: { count: 1 } }, /part\.day is missing/],
    ['an unknown field in a list of records', { parts: [{ day: 'x', more: 1 }] }, /parts\.more is not in/],
    ['what its setter refuses', { sealed: '13700000001' }, /never plain text/],
    ['nothing where something is due', { name: undefined }, /name is missing/],
  ];
  for (const [what, change, said] of WRONG)
    it(`are refused with ${what}, and nothing of the others is stored`, async () => {
      await assert.rejects(insertChecked(Records, [whole(), { ...whole(), ...change }]), said);
      assert.deepEqual(await kept(), []);
    });

  it('never tell in the refusal what was in them', async () => {
    await assert.rejects(
      insertChecked(Records, [{ ...whole(), name: '李小红李小红李小红李小红' }]),
      (error: Error) => !error.message.includes('李'),
    );
  });
});

describe('records inserted as the last thing a transaction does', () => {
  useStore();
  const ids = async (model: { collection: mongoose.mongo.Collection }): Promise<unknown[]> =>
    (await model.collection.find({}).sort({ _id: 1 }).toArray()).map(({ _id }) => _id);

  it('are there with all else it wrote, of every collection, and more than one command holds', async () => {
    const many = Array.from({ length: 2_500 }, (_, n) => ({ _id: n as never, n }));
    await inTransaction(async () => {
      await insertLast(Records, many.slice(0, 2));
      await insertLast(Others, many);
      assert.deepEqual(await ids(Others), []);
    });
    assert.deepEqual(await ids(Records), [0, 1]);
    assert.equal(await Others.countDocuments(), 2_500);
  });

  it('are sent once, also where there were none of them at first', async () => {
    let attempts = 0;
    await inTransaction(async () => {
      assert.equal((attempts += 1), 1, 'nothing took its place');
      await insertLast(Others, []);
      await insertLast(Records, [{ _id: 1 }]);
    });
    assert.deepEqual([await ids(Records), await ids(Others)], [[1], []]);
  });

  it('are not there when it fails, before them or with them', async () => {
    const failing = inTransaction(async () => {
      await insertLast(Records, [{ _id: 1 }]);
      throw new Error('undone');
    });
    await assert.rejects(failing, /undone/);
    const wrong = inTransaction(async () => {
      await insertLast(Records, [{ _id: 1 }]);
      await insertLast(Others, [{ _id: 1, 'a\0b': 1 }]);
    });
    await assert.rejects(wrong);
    assert.deepEqual([await ids(Records), await ids(Others)], [[], []]);
  });

  it('make it run again where a place was taken meanwhile', async () => {
    const seen: boolean[] = [];
    await inTransaction(async () => {
      const isThere = (await Others.collection.findOne({ _id: 7 as never })) !== null;
      seen.push(isThere);
      await Records.findOne(); // from here on it reads what was
      if (!isThere) {
        await Others.collection.insertOne({ _id: 7 as never });
        await insertLast(Others, [{ _id: 7 }]);
      }
      await insertLast(Records, [{ _id: 8 }]);
    });
    assert.deepEqual(seen, [false, true]);
    assert.deepEqual([await ids(Records), await ids(Others)], [[8], [7]]);
  });

  it('are inserted at once where no transaction runs', async () => {
    await insertLast(Records, [{ _id: 1 }]);
    assert.deepEqual(await ids(Records), [1]);
  });
});
