import assert from 'node:assert/strict';
import mongoose, { Schema } from 'mongoose';
import { inTransaction } from '../../server/platform/db.ts';
import { insertChecked } from '../../server/platform/insert-checked.ts';
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
