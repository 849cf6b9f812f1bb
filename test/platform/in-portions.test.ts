import assert from 'node:assert/strict';
import mongoose, { Schema } from 'mongoose';
import { inTransaction } from '../../server/platform/db.ts';
import { inPortions } from '../../server/platform/in-portions.ts';
import { useStore } from '../support/store.ts';

const schema = new Schema({ team: Schema.Types.ObjectId, n: Number, more: String }, { versionKey: false });
const People = mongoose.model('portionedPeople', schema, 'portionedPeople');
type Person = Record<string, unknown>;

describe('a query in portions', () => {
  useStore();
  const team = new mongoose.Types.ObjectId();
  beforeEach(async () => {
    const others = [{ team: new mongoose.Types.ObjectId(), n: 99 }];
    const own = [6, 3, 0, 5, 2, 4, 1].map((n) => ({ team, n, more: 'x' }));
    await People.insertMany([...own, ...others]);
  });
  const asked = () => People.find({ team: String(team) }, { _id: 0, n: 1 }).sort({ n: 1 });
  async function read(size: number): Promise<Person[][]> {
    const portions: Person[][] = [];
    for await (const portion of inPortions<Person>(asked(), size)) portions.push(portion);
    return portions;
  }

  it('finds what the query finds, with its fields and in its order, no portion larger than asked for', async () => {
    const all = [0, 1, 2, 3, 4, 5, 6].map((n) => ({ n }));
    assert.deepEqual(await read(3), [all.slice(0, 3), all.slice(3, 6), all.slice(6)]);
    assert.deepEqual(await read(500), [all]);
    await People.deleteMany({ team });
    assert.deepEqual(await read(3), []);
  });

  it('sees what the transaction around it has written, and may be asked beside other questions', async () => {
    await inTransaction(async () => {
      await People.updateOne({ team, n: 6 }, { $set: { n: 60 } });
      const found: unknown[] = [];
      for await (const portion of inPortions<Person>(asked(), 3)) {
        assert.equal(await People.countDocuments({ team }), 7);
        found.push(...portion.map(({ n }) => n));
      }
      assert.deepEqual(found, [0, 1, 2, 3, 4, 5, 60]);
    });
  });

  it('may be left in the middle', async () => {
    for await (const portion of inPortions<Person>(asked(), 3)) {
      assert.equal(portion.length, 3);
      break;
    }
    assert.equal(await People.countDocuments({ team }), 7);
  });

  it('says what the store refuses', async () => {
    const wrong = inPortions(People.find({ team, n: { $mod: [0, 1] } }), 3);
    await assert.rejects(wrong.next(), mongoose.mongo.MongoServerError);
  });
});
