import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import mongoose, { Schema } from 'mongoose';
import { connectDb, disconnectDb, inTransaction } from '../../server/platform/db.ts';
import { startEmbeddedStore } from '../../server/platform/embedded/index.ts';
import type { EmbeddedStore } from '../../server/platform/embedded/index.ts';
import { StoreError } from '../../server/platform/embedded/lang/errors.ts';
import { failure } from '../../server/platform/embedded/reply.ts';
import { announcedLength, frame, MAX_MESSAGE, readMessage } from '../../server/platform/embedded/wire.ts';
import { insertLast } from '../../server/platform/insert-checked.ts';
import { folder } from './embedded-fixture.ts';

const One = mongoose.model('olderOne', new Schema({ n: Number }), 'olderOne');
const Two = mongoose.model('olderTwo', new Schema({ n: Number }), 'olderTwo');

/** Hands everything on to the store but one command, which it does not know. */
function without(command: string, to: () => Socket, refused: { count: number }): Server {
  return createServer((client) => {
    const store = to();
    store.pipe(client);
    let held = Buffer.alloc(0);
    client.on('data', (chunk: Buffer) => {
      held = Buffer.concat([held, chunk]);
      for (let length = wholeLength(held); length !== null; length = wholeLength(held)) {
        const bytes = Buffer.from(held.subarray(0, length));
        held = held.subarray(length);
        const message = readMessage(bytes);
        if ('body' in message && command in message.body) {
          refused.count += 1;
          const reply = failure(new StoreError(59, `no such command: '${command}'`));
          client.write(frame(message.requestId, false, reply));
        } else store.write(bytes);
      }
    });
    for (const [one, other] of [
      [client, store],
      [store, client],
    ] as const)
      one.on('close', () => other.destroy()).on('error', () => other.destroy());
  });
}

function wholeLength(bytes: Buffer): number | null {
  const length = announcedLength(bytes, MAX_MESSAGE);
  return length !== null && bytes.length >= length ? length : null;
}

describe('a store that is older than MongoDB 8', () => {
  const refused = { count: 0 };
  let store: EmbeddedStore;
  let relay: Server;
  before(async () => {
    await disconnectDb();
    store = await startEmbeddedStore({ dir: folder() });
    const [host = ''] = /(?<=@|\/\/)[^@/?]+(?=[/?]|$)/u.exec(store.uri) ?? [];
    relay = without('bulkWrite', () => connect(socketOf(host)), refused).listen(0, '127.0.0.1');
    await once(relay, 'listening');
    const { port } = relay.address() as AddressInfo; // a TCP server's address
    await connectDb(store.uri.replace(host, `127.0.0.1:${port}`));
    await One.createCollection();
    await Two.createCollection();
  });
  after(async () => {
    await disconnectDb();
    relay.close();
    await store.stop();
  });

  it('is asked once for what it does not know; the records are there all the same, each once', async () => {
    for (const n of [1, 2, 3])
      await inTransaction(async () => {
        await insertLast(One, [{ _id: new mongoose.Types.ObjectId(), n }]);
        await insertLast(Two, [{ _id: new mongoose.Types.ObjectId(), n }]);
      });
    assert.equal(refused.count, 1);
    for (const model of [One, Two])
      assert.deepEqual(
        (await model.find().sort({ n: 1 }).lean()).map(({ n }) => n),
        [1, 2, 3],
      );
  });

  it('runs the transaction again where a place was taken meanwhile', async () => {
    const taken = new mongoose.Types.ObjectId();
    let runs = 0;
    await inTransaction(async () => {
      runs += 1;
      await One.findOne();
      if (runs === 1) await Two.collection.insertOne({ _id: taken });
      await insertLast(Two, runs === 1 ? [{ _id: taken }] : [{ _id: new mongoose.Types.ObjectId(), n: 4 }]);
    });
    assert.equal(runs, 2);
    assert.equal(await Two.countDocuments({ n: 4 }), 1);
  });
});

/** Where the store listens: a socket file, or a port. */
function socketOf(host: string): { path: string } | { host: string; port: number } {
  const name = decodeURIComponent(host);
  if (name.includes('/')) return { path: name };
  const [address = '', port = ''] = name.split(':');
  return { host: address, port: Number(port) };
}
