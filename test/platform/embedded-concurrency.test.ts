import assert from 'node:assert/strict';
import { MongoServerError } from 'mongodb';
import { useEmbeddedStore } from './embedded-fixture.ts';

describe('Many writers at once on the embedded store', function () {
  this.timeout(50_000);
  const fixture = useEmbeddedStore();

  it('loses no update when transactions begin while others commit', async () => {
    const { client, docs } = fixture();
    await docs.insertOne({ _id: 'counter', n: 0 });
    let committed = 0;
    await Promise.all(
      Array.from({ length: 8 }, () =>
        client.withSession(async (session) => {
          for (let i = 0; i < 60; i++) {
            // Read, then write what was read: a lost update shows in the sum.
            session.startTransaction();
            try {
              const seen = await docs.findOne({ _id: 'counter' }, { session });
              await docs.updateOne({ _id: 'counter' }, { $set: { n: Number(seen?.['n']) + 1 } }, { session });
              await session.commitTransaction();
              committed++;
            } catch (error) {
              if (!(error instanceof MongoServerError) || error.code !== 112) throw error;
              if (session.inTransaction()) await session.abortTransaction();
            }
          }
        }),
      ),
    );
    assert.ok(committed > 0);
    assert.deepEqual(await docs.findOne({ _id: 'counter' }), { _id: 'counter', n: committed });
  });

  it('keeps the sum exact for 8 transferring writers and 4 snapshot readers', async () => {
    const { client, docs } = fixture();
    const accounts = 10;
    await docs.createIndex({ balance: 1 });
    await docs.insertMany(Array.from({ length: accounts }, (_, i) => ({ _id: i, balance: 100 })));
    let writing = true;
    let transfers = 0;
    const write = (seed: number): Promise<void> =>
      client.withSession(async (session) => {
        for (let i = 0; i < 40; i++) {
          const from = (seed * 7 + i * 3) % accounts;
          const to = (from + 1 + ((seed + i) % (accounts - 1))) % accounts;
          await session.withTransaction(async () => {
            await docs.updateOne({ _id: from }, { $inc: { balance: -1 } }, { session });
            await docs.updateOne({ _id: to }, { $inc: { balance: 1 } }, { session });
          });
          transfers++;
        }
      });
    const sums: number[] = [];
    const read = (): Promise<void> =>
      client.withSession(async (session) => {
        while (writing) {
          session.startTransaction();
          let sum = 0;
          // One by one, so that writers get in between.
          for (let i = 0; i < accounts; i++) {
            const account = await docs.findOne({ _id: i }, { session });
            sum += Number(account?.['balance']);
          }
          const byIndex = await docs
            .find({ balance: { $gte: -1000 } }, { session, hint: { balance: 1 } })
            .toArray();
          sums.push(
            sum,
            byIndex.reduce((total, doc) => total + Number(doc['balance']), 0),
          );
          await session.commitTransaction();
        }
      });
    const readers = Array.from({ length: 4 }, read);
    await Promise.all(Array.from({ length: 8 }, (_, seed) => write(seed)));
    writing = false;
    await Promise.all(readers);
    assert.equal(transfers, 320);
    assert.ok(sums.length > 0);
    assert.deepEqual([...new Set(sums)], [1000]);
  });

  it('never lets two writers have the same unique key, in transactions or without', async () => {
    const { client, docs } = fixture();
    await docs.createIndex({ seat: 1 }, { unique: true });
    let won = 0;
    let refused = 0;
    const take = async (writer: number): Promise<void> => {
      for (let seat = 0; seat < 30; seat++) {
        try {
          if (writer % 2 === 0) await docs.insertOne({ seat, writer });
          else {
            await client.withSession((session) =>
              session.withTransaction(async () => {
                await docs.insertOne({ seat, writer }, { session });
              }),
            );
          }
          won++;
        } catch (error) {
          if (!(error instanceof MongoServerError) || error.code !== 11000) throw error;
          refused++;
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, writer) => take(writer)));
    assert.equal(won, 30);
    assert.equal(refused, 8 * 30 - 30);
    const seats = (await docs.find().toArray()).map((doc) => Number(doc['seat']));
    assert.deepEqual(
      seats.sort((a, b) => a - b),
      Array.from({ length: 30 }, (_, seat) => seat),
    );
  });
});
