import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import type { Socket } from 'node:net';
import { MongoClient } from 'mongodb';
import '../../server/platform/cut-lines.ts';
import { startEmbeddedStore } from '../../server/platform/embedded/index.ts';
import type { EmbeddedStore } from '../../server/platform/embedded/index.ts';
import { eventually } from '../support/eventually.ts';
import { folder } from './embedded-fixture.ts';

interface Line {
  socket: Socket;
}

/** What the driver keeps of the one server it knows; it publishes nothing of this. */
interface DriverServer {
  pool: { connections: { toArray(): Line[] } };
  monitor: { connection: Line | null; requestCheck(): void };
  description: { type: string };
}

function serverOf(client: MongoClient): DriverServer {
  const { topology } = client as unknown as { topology: { s: { servers: Map<string, DriverServer> } } };
  const [server] = topology.s.servers.values();
  assert.ok(server);
  return server;
}

const MANY = 8;
const ROWS = 500;

/** Without a turn of our own events in between: the driver has yet to hear that nobody is there any more. */
function killAndBeSure(pid: number | undefined): void {
  assert.ok(pid);
  const isGone = (): boolean =>
    / Z /u.test(readFileSync(`/proc/${pid}/stat`, 'utf8')) && readdirSync(`/proc/${pid}/task`).length === 1;
  process.kill(pid, 'SIGKILL');
  while (!isGone());
}

describe('a line that is cut', () => {
  let store: EmbeddedStore;
  let client: MongoClient;
  before(async () => {
    store = await startEmbeddedStore({ dir: folder() });
  });
  after(() => store.stop());
  beforeEach(async () => {
    // Asked for at intervals: a check can then be begun at the very moment the line is cut.
    client = await MongoClient.connect(store.uri, { serverMonitoringMode: 'poll', maxPoolSize: 1 });
  });
  afterEach(() => client.close());

  it('a question is asked again over another line', async () => {
    const docs = client.db('test').collection('docs');
    assert.equal(await docs.findOne({}), null);
    for (const { socket } of serverOf(client).pool.connections.toArray()) socket.destroy();
    assert.equal(await docs.findOne({}), null);
  });

  it('a write that may not be repeated fails, and the next one succeeds', async () => {
    const plain = await MongoClient.connect(store.uri, { retryWrites: false, maxPoolSize: 1 });
    try {
      const docs = plain.db('test').collection<{ _id: string }>('docs');
      await docs.insertOne({ _id: 'before' });
      for (const { socket } of serverOf(plain).pool.connections.toArray()) socket.destroy();
      await assert.rejects(() => docs.insertOne({ _id: 'cut' }), /cut while|closed/u);
      await docs.insertOne({ _id: 'after' });
      assert.deepEqual(await docs.distinct('_id'), ['after', 'before']);
    } finally {
      await plain.close();
    }
  });

  it('in the middle of a transaction gives back at once what that had locked', async () => {
    const docs = client.db('test').collection<{ _id: string; by: string }>('held');
    await docs.insertOne({ _id: 'one', by: 'nobody' });
    const killed = await MongoClient.connect(store.uri, { maxPoolSize: 1 });
    try {
      const session = killed.startSession();
      session.startTransaction();
      await killed
        .db('test')
        .collection<{ _id: string; by: string }>('held')
        .updateOne({ _id: 'one' }, { $set: { by: 'who was killed' } }, { session });
      for (const { socket } of serverOf(killed).pool.connections.toArray()) socket.destroy();
      await docs.updateOne({ _id: 'one' }, { $set: { by: 'the next' } });
      assert.deepEqual(await docs.findOne(), { _id: 'one', by: 'the next' });
    } finally {
      await killed.close();
    }
  });

  it('just before a commit lets the whole transaction run again', async () => {
    const docs = client.db('test').collection<{ _id: string; run: number }>('committed');
    await docs.insertOne({ _id: 'one', run: 0 });
    let run = 0;
    await client.withSession((session) =>
      session.withTransaction(async () => {
        run += 1;
        await docs.updateOne({ _id: 'one' }, { $set: { run } }, { session });
        if (run === 1) killAndBeSure(store.pid);
      }),
    );
    assert.deepEqual(await docs.findOne(), { _id: 'one', run: 2 });
  });

  it('together with all others lets every transaction run again', async () => {
    const many = await MongoClient.connect(store.uri, { maxPoolSize: MANY, monitorCommands: true });
    const docs = many.db('test').collection<{ _id: string }>('many');
    await docs.insertOne({ _id: 'first' });
    let underWay = 0;
    many.on('commandStarted', ({ commandName }) => {
      if (commandName === 'insert' && ++underWay === MANY) process.kill(store.pid ?? 0, 'SIGKILL');
    });
    const laid = async (n: number): Promise<void> => {
      const rows = Array.from({ length: ROWS }, (_, i) => ({ _id: `${n}-${i}` }));
      await many.withSession((session) =>
        session.withTransaction(async () => {
          await docs.findOne({ _id: 'first' }, { session });
          await docs.insertMany(rows, { session });
        }),
      );
    };
    try {
      await Promise.all(Array.from({ length: MANY }, (_, n) => laid(n)));
      assert.ok(underWay > MANY, 'they were cut');
      assert.equal(await docs.countDocuments({}), MANY * ROWS + 1);
    } finally {
      await many.close();
    }
  });

  it('the watch over the store goes on', async () => {
    const server = serverOf(client);
    const line = await eventually('the store is watched', () => server.monitor.connection);
    line.socket.destroy();
    server.monitor.requestCheck();
    await eventually('another line is opened', () => {
      const { connection } = server.monitor;
      return connection !== null && connection !== line;
    });
    await client.db('test').command({ ping: 1 });
  });
});
