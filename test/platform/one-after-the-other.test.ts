import assert from 'node:assert/strict';
import { AsyncResource } from 'node:async_hooks';
import mongoose from 'mongoose';
import { inTransaction } from '../../server/platform/db.ts';
import { useStore } from '../support/store.ts';

interface Doc {
  _id: string;
  n: number;
}
const Docs = mongoose.model('oneAfterTheOther', new mongoose.Schema<Doc>({ _id: String, n: Number }));

/** What the driver writes to the store meanwhile, in the order in which it does: `+` sent, `-` answered. */
async function sentDuring(work: () => Promise<unknown>): Promise<string[]> {
  const client = mongoose.connection.getClient();
  const sent: string[] = [];
  const begun = ({ commandName }: { commandName: string }): void => void sent.push(`+${commandName}`);
  const ended = ({ commandName }: { commandName: string }): void => void sent.push(`-${commandName}`);
  client.on('commandStarted', begun).on('commandSucceeded', ended).on('commandFailed', ended);
  try {
    await work();
  } finally {
    client.off('commandStarted', begun).off('commandSucceeded', ended).off('commandFailed', ended);
  }
  return sent;
}

describe('A transaction does one thing after the other', () => {
  useStore();
  beforeEach(() =>
    Docs.insertMany([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ]),
  );

  it('questions asked together, first of all, wait for each other and begin it once', async () => {
    let answers: unknown;
    const sent = await sentDuring(() =>
      inTransaction(async () => {
        answers = await Promise.all([
          Docs.findById('a', { n: 1 }).lean(),
          Docs.updateOne({ _id: 'b' }, { $inc: { n: 1 } }),
          Docs.aggregate([{ $group: { _id: null, n: { $sum: '$n' } } }]),
        ]);
      }),
    );
    const [a, , sums] = answers as [Doc, unknown, { n: number }[]];
    assert.equal(a.n, 1);
    assert.deepEqual(sums, [{ _id: null, n: 4 }]);
    const names = ['find', 'update', 'aggregate', 'commitTransaction'];
    assert.deepEqual(
      sent,
      names.flatMap((name) => [`+${name}`, `-${name}`]),
    );
  });

  it('what would have followed in an attempt that failed is refused during the next, and afterwards', async () => {
    const others = mongoose.connection.collection<Doc>(Docs.collection.name);
    const refused: unknown[] = [];
    const stale: (() => Promise<void>)[] = [];
    let attempt = 0;
    await inTransaction(async () => {
      attempt++;
      await Docs.findById('a'); // from here on it sees the store as it is now
      if (attempt === 1) {
        await others.updateOne({ _id: 'a' }, { $inc: { n: 10 } });
        stale.push(AsyncResource.bind(goOn), AsyncResource.bind(goOn));
      } else {
        await stale[0]?.();
      }
      await Promise.all([
        Docs.updateOne({ _id: 'a' }, { $inc: { n: 1 } }), // a conflict the first time
        Docs.updateOne({ _id: 'b' }, { $inc: { n: 1 } }),
      ]);
    });
    await stale[1]?.();

    async function goOn(): Promise<void> {
      for (const step of [
        () => Docs.updateOne({ _id: 'b' }, { $inc: { n: 100 } }),
        () => inTransaction(() => Docs.updateOne({ _id: 'b' }, { $inc: { n: 1_000 } })),
      ]) {
        await step().catch((error: unknown) => refused.push(error));
      }
    }
    assert.equal(attempt, 2);
    assert.equal(refused.length, 4);
    for (const error of refused) assert.match(String(error), /has ended|expired/u);
    assert.deepEqual(await Docs.find({}, { n: 1 }).sort({ _id: 1 }).lean(), [
      { _id: 'a', n: 12 },
      { _id: 'b', n: 3 },
    ]);
  });
});
