import assert from 'node:assert/strict';
import { MongoClient } from 'mongodb';
import type { Collection } from 'mongodb';
import { startEmbeddedStore } from '../../server/platform/embedded/index.ts';
import type { EmbeddedStore } from '../../server/platform/embedded/index.ts';
import { eventually } from '../support/eventually.ts';
import { folder } from './embedded-fixture.ts';
import type { Doc } from './embedded-fixture.ts';

// 8 rounds here; KILL_ROUNDS=500 by hand.
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 8);
const WRITERS = 6;
const ACCOUNTS = 6;

/** What the writers were told, against which the store is held after each kill. */
class Ledger {
  readonly inserted = new Set<string>();
  readonly tried = new Set<string>();
  readonly acknowledged = new Array<number>(WRITERS).fill(0);
  readonly attempted = new Array<number>(WRITERS).fill(0);
  transfers = 0;
  acknowledgements = 0;
}

async function writeUntil(
  stopped: () => boolean,
  docs: Collection<Doc>,
  client: MongoClient,
  ledger: Ledger,
  writer: number,
  round: number,
): Promise<void> {
  for (let i = 0; !stopped(); i++) {
    const id = `${round}-${writer}-${i}`;
    try {
      ledger.tried.add(id);
      await docs.insertOne({ _id: id, key: `k${id}`, group: i % 3, tags: ['a', `t${i % 4}`] });
      ledger.inserted.add(id);
      ledger.attempted[writer] = (ledger.attempted[writer] ?? 0) + 1;
      await docs.updateOne(
        { _id: `counter${writer}` },
        { $inc: { n: 1 }, $set: { key: `c${writer}-${round}-${i}` } },
      );
      ledger.acknowledged[writer] = (ledger.acknowledged[writer] ?? 0) + 1;
      ledger.acknowledgements += 2;
      if (i % 3 !== 0) continue;
      await client.withSession((session) =>
        session.withTransaction(async () => {
          await docs.updateOne(
            { _id: `account${writer % ACCOUNTS}` },
            { $inc: { balance: -1 } },
            { session },
          );
          await docs.updateOne(
            { _id: `account${(writer + i) % ACCOUNTS}` },
            { $inc: { balance: 1 } },
            { session },
          );
        }),
      );
      ledger.transfers++;
    } catch {
      if (stopped()) return; // the kill cut this one off: whether it happened is not known
    }
  }
}

const startedAgain = (store: EmbeddedStore, killed: number): Promise<number> =>
  eventually('the store is started again', () => (store.pid === killed ? undefined : store.pid), 10_000);

/** The driver asks once more by itself, which may still be too early; whoever serves people tells them to come again. */
const answering = (client: MongoClient): Promise<boolean> =>
  eventually(
    'the store answers',
    () =>
      client
        .db('admin')
        .command({ ping: 1 })
        .then(
          () => true,
          () => false,
        ),
    10_000,
  );

async function verify(docs: Collection<Doc>, ledger: Ledger): Promise<void> {
  const all = await docs.find({}, { hint: '_id_' }).toArray();
  const ids = all.map((doc) => String(doc._id));
  const stored = new Set(ids);
  assert.equal(stored.size, ids.length, 'a document is there twice');
  const lost = [...ledger.inserted].filter((id) => !stored.has(id));
  assert.deepEqual(lost, [], 'acknowledged inserts are gone');
  for (const doc of all) {
    const id = String(doc._id);
    if (/^\d/.test(id)) assert.ok(ledger.tried.has(id), `${id} was never sent`);
  }
  for (let writer = 0; writer < WRITERS; writer++) {
    const n = Number(all.find((doc) => doc._id === `counter${writer}`)?.['n']);
    const [told, sent] = [ledger.acknowledged[writer] ?? 0, ledger.attempted[writer] ?? 0];
    assert.ok(n >= told, `counter ${writer}: ${told} increments were acknowledged, ${n} are there`);
    assert.ok(n <= sent, `counter ${writer}: ${sent} increments were sent, ${n} are there`);
  }
  const balance = all.reduce((sum, doc) => sum + Number(doc['balance'] ?? 0), 0);
  assert.equal(balance, ACCOUNTS * 100, 'half a transfer is there');
  for (const hint of ['key_1', 'group_1_key_-1', 'tags_1']) {
    const byIndex = await docs.find({}, { hint, projection: { _id: 1 } }).toArray();
    assert.deepEqual(
      byIndex.map((doc) => String(doc._id)).sort(),
      [...ids].sort(),
      `${hint} differs from the documents`,
    );
  }
  const plan = await docs.find({}, { hint: 'key_1' }).explain('executionStats');
  assert.equal(
    plan['executionStats'].totalKeysExamined,
    ids.length,
    'the index has entries of documents that are gone',
  );
}

describe('The embedded store when its process is killed', function () {
  this.timeout(20_000 + ROUNDS * 5_000);

  it(`loses no acknowledged write and doubles none in ${ROUNDS} rounds of kill -9 under load`, async () => {
    const dir = folder();
    const store = await startEmbeddedStore({ dir });
    const client = await MongoClient.connect(store.uri, {
      maxPoolSize: 20,
      serverSelectionTimeoutMS: 10_000,
    });
    const docs = client.db('test').collection<Doc>('docs');
    const ledger = new Ledger();
    try {
      await docs.createIndex({ key: 1 }, { unique: true });
      await docs.createIndex({ group: 1, key: -1 });
      await docs.createIndex({ tags: 1 });
      await docs.insertMany(
        Array.from({ length: WRITERS }, (_, i) => ({ _id: `counter${i}`, key: `c${i}`, n: 0 })),
      );
      await docs.insertMany(
        Array.from({ length: ACCOUNTS }, (_, i) => ({ _id: `account${i}`, key: `a${i}`, balance: 100 })),
      );
      let pid = store.pid;
      for (let round = 0; round < ROUNDS; round++) {
        let stopped = false;
        const writers = Array.from({ length: WRITERS }, (_, writer) =>
          writeUntil(() => stopped, docs, client, ledger, writer, round),
        );
        const goal = ledger.acknowledgements + 20 + ((round * 13) % 40);
        await eventually('writes are acknowledged', () => ledger.acknowledgements >= goal, 15_000);
        const killed: number | undefined = pid;
        assert.ok(killed);
        process.kill(killed, 'SIGKILL');
        stopped = true;
        pid = await startedAgain(store, killed);
        await Promise.all(writers);
        await answering(client);
        if (round % 4 === 3 || round === ROUNDS - 1) await verify(docs, ledger);
      }
      assert.ok(ledger.transfers > 0);
    } finally {
      await client.close();
      await store.stop();
    }
  });

  it('has an index wholly or not at all after a kill while it was being built, and can build it again', async () => {
    const dir = folder();
    const store = await startEmbeddedStore({ dir });
    const client = await MongoClient.connect(store.uri, {
      serverSelectionTimeoutMS: 10_000,
      retryWrites: false,
    });
    const docs = client.db('test').collection<Doc>('docs');
    try {
      for (let part = 0; part < 6; part++) {
        await docs.insertMany(
          Array.from({ length: 2000 }, (_, i) => ({ _id: part * 2000 + i, n: i, text: 'x'.repeat(100) })),
        );
      }
      for (let round = 0; round < 3; round++) {
        const { pid } = store;
        assert.ok(pid);
        const building = docs.createIndex({ n: 1 }).catch(() => 'cut off');
        await docs.updateOne({ _id: round }, { $set: { n: -1 } }); // answered only once the build has begun
        process.kill(pid, 'SIGKILL');
        await building;
        await startedAgain(store, pid);
        await answering(client);
        const names = (await docs.indexes()).map((index) => index.name);
        assert.ok(names.length === 1 || (await docs.find({}, { hint: 'n_1' }).toArray()).length === 12_000);
        if (names.length > 1) await docs.dropIndex('n_1');
      }
      await docs.createIndex({ n: 1 });
      const plan = await docs.find({}, { hint: 'n_1' }).explain('executionStats');
      assert.equal(plan['executionStats'].totalKeysExamined, 12_000);
      assert.equal(await docs.countDocuments({ n: -1 }), 3);
    } finally {
      await client.close();
      await store.stop();
    }
  });
});
