import assert from 'node:assert/strict';
import { createConnection } from 'node:net';
import type { Socket } from 'node:net';
import { randomBytes } from 'node:crypto';
import { Decimal128, deserialize, serialize } from 'bson';
import { crc32c } from '../../server/platform/embedded/wire.ts';
import { refusal, useEmbeddedStore } from './embedded-fixture.ts';

const pathOf = (uri: string): string => decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(uri)?.[1] ?? '');

function connect(uri: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(pathOf(uri), () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Sends the bytes and waits until the store has ended the connection. */
async function sendUntilDropped(uri: string, bytes: Buffer, end = false): Promise<void> {
  const socket = await connect(uri);
  await new Promise<void>((resolve) => {
    socket.on('error', () => undefined); // a reset is a drop, too
    socket.once('close', () => resolve());
    socket.resume();
    if (end) socket.end(bytes);
    else socket.write(bytes);
  });
}

function message(
  body: Buffer,
  change: { length?: number; opCode?: number; flags?: number; kind?: number } = {},
): Buffer {
  const head = Buffer.alloc(21);
  head.writeInt32LE(change.length ?? head.length + body.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(change.opCode ?? 2013, 12);
  head.writeUInt32LE(change.flags ?? 0, 16);
  head[20] = change.kind ?? 0;
  return Buffer.concat([head, body]);
}

/** One request over a bare socket and its reply. */
async function exchange(uri: string, bytes: Buffer): Promise<Record<string, unknown>> {
  const socket = await connect(uri);
  const reply = await new Promise<Buffer>((resolve, reject) => {
    let held = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      held = Buffer.concat([held, chunk]);
      if (held.length >= 4 && held.length >= held.readInt32LE(0)) resolve(held);
    });
    socket.once('close', () => reject(new Error('dropped without a reply')));
    socket.write(bytes);
  });
  socket.destroy();
  return deserialize(reply.subarray(21));
}

const ping = Buffer.from(serialize({ ping: 1, $db: 'admin' }));

describe('The embedded store and hostile bytes', function () {
  this.timeout(30_000);
  const fixture = useEmbeddedStore();
  let pid: number | undefined;

  before(() => {
    pid = fixture().store.pid;
  });

  afterEach(async () => {
    // The same process is alive, and others are served.
    const { store, docs } = fixture();
    assert.equal(store.pid, pid);
    await docs.insertOne({ _id: 'still' });
    assert.deepEqual(await docs.findOne({ _id: 'still' }), { _id: 'still' });
  });

  it('answers a well-formed request sent by hand', async () => {
    const reply = await exchange(fixture().store.uri, message(ping));
    assert.equal(reply['ok'], 1);
  });

  it('drops a connection that sends random bytes', async () => {
    for (let i = 0; i < 50; i++) {
      const bytes = randomBytes(200);
      bytes.writeInt32LE(200, 0); // a length that fits, so that the rest is looked at
      await sendUntilDropped(fixture().store.uri, bytes);
    }
  });

  it('drops a connection whose first length is impossible', async () => {
    for (const length of [0, -1, 15, 20, 48_000_001, 0x7fffffff, -0x80000000]) {
      const bytes = message(ping, { length });
      await sendUntilDropped(fixture().store.uri, bytes);
    }
  });

  it('drops a connection with an unknown operation, unknown flags or an unknown section', async () => {
    const { uri } = fixture().store;
    await sendUntilDropped(uri, message(ping, { opCode: 2012 }));
    await sendUntilDropped(uri, message(ping, { opCode: 1 }));
    await sendUntilDropped(uri, message(ping, { flags: 4 }));
    await sendUntilDropped(uri, message(ping, { kind: 2 }));
    await sendUntilDropped(uri, message(ping, { kind: 1 }));
  });

  it('drops a connection whose checksum is wrong', async () => {
    const bytes = Buffer.concat([message(ping, { flags: 1, length: 21 + ping.length + 4 }), Buffer.alloc(4)]);
    await sendUntilDropped(fixture().store.uri, bytes);
  });

  it('takes a message whose checksum is right', async () => {
    // The published check value of CRC-32C (RFC 3720 names the polynomial).
    assert.equal(crc32c(Buffer.from('123456789')), 0xe3069283);
    const bytes = message(ping, { flags: 1, length: 21 + ping.length + 4 });
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32c(bytes));
    const reply = await exchange(fixture().store.uri, Buffer.concat([bytes, sum]));
    assert.equal(reply['ok'], 1);
  });

  it('drops a message cut off at any byte', async () => {
    const whole = message(ping);
    for (let cut = 1; cut < whole.length; cut++)
      await sendUntilDropped(fixture().store.uri, whole.subarray(0, cut), true);
  });

  it('drops BSON with any one length field overwritten', async () => {
    const body = Buffer.from(
      serialize({
        insert: 'docs',
        documents: [{ a: 'text', b: { c: [1, 'x'] }, d: Buffer.from('raw') }],
        $db: 'test',
      }),
    );
    const sound = (bytes: Uint8Array): boolean => {
      try {
        deserialize(bytes);
        return true;
      } catch {
        return false;
      }
    };
    let dropped = 0;
    for (let at = 0; at < body.length - 4; at++) {
      for (const value of [-1, 0x7fffffff, body.length * 2]) {
        const broken = Buffer.from(body);
        broken.writeInt32LE(value, at);
        if (sound(broken)) continue; // the change hit a value, not a length
        const ended = await Promise.race([
          sendUntilDropped(fixture().store.uri, message(broken)).then(() => true),
          exchange(fixture().store.uri, message(broken)).then(
            (reply) => reply['ok'] === 1,
            () => true,
          ),
        ]);
        if (ended) dropped++;
      }
    }
    assert.ok(dropped > 100);
  });

  it('refuses a value type it does not know, by name, and keeps the connection', async () => {
    const body = Buffer.from(
      serialize({ insert: 'docs', documents: [{ a: Decimal128.fromString('1.5') }], $db: 'test' }),
    );
    const reply = await exchange(fixture().store.uri, message(body));
    assert.equal(reply['ok'], 0);
    assert.match(String(reply['errmsg']), /decimal128/i);
  });

  it('refuses documents that are too deep or too large, and stores nothing of them', async () => {
    const { docs } = fixture();
    let deep: Record<string, unknown> = {};
    for (let i = 0; i < 200; i++) deep = { a: deep };
    assert.equal((await refusal(docs.insertOne({ _id: 'deep', deep }))).code, 15);
    const large = { _id: 'large', text: 'x'.repeat(16 * 1024 * 1024) };
    await assert.rejects(docs.insertOne(large));
    await docs.insertOne({ _id: 'growing', text: 'x'.repeat(9_000_000) });
    const grown = docs.updateOne({ _id: 'growing' }, { $set: { more: 'x'.repeat(9_000_000) } });
    assert.equal((await refusal(grown)).code, 10334);
    assert.deepEqual(
      (await docs.find({}, { projection: { _id: 1 } }).toArray()).map((doc) => doc._id),
      ['growing'],
    );
  });

  it('refuses commands, operators and names outside its list with the code MongoDB has for it', async () => {
    const { db, docs } = fixture();
    await docs.insertOne({ _id: 1 });
    assert.equal((await refusal(db.command({ eval: 'return 1' }))).code, 59);
    assert.equal((await refusal(db.command({ constructor: 1 }))).code, 59);
    assert.equal((await refusal(docs.find({ $where: 'true' }).toArray())).code, 2);
    assert.equal((await refusal(docs.aggregate([{ $lookup: {} }]).toArray())).code, 40324);
    assert.equal((await refusal(db.command({ find: 'docs', sort: { _id: 5 } }))).code, 2);
    assert.equal((await refusal(db.collection('a$b').insertOne({}))).code, 73);
    assert.equal((await refusal(docs.createIndex({ a: 'text' }))).code, 67);
    assert.equal((await refusal(docs.find({}, { collation: { locale: 'zh' } }).toArray())).code, 115);
  });

  it('survives a client that asks much and reads nothing', async () => {
    const { store, docs } = fixture();
    await docs.insertMany(Array.from({ length: 50 }, (_, i) => ({ _id: i, text: 'x'.repeat(100_000) })));
    const socket = await connect(store.uri);
    socket.on('error', () => undefined);
    const request = message(Buffer.from(serialize({ find: 'docs', batchSize: 50, $db: 'test' })));
    for (let i = 0; i < 40; i++) socket.write(request);
    for (let i = 0; i < 50; i++) await docs.findOne({ _id: i });
    const status = await fixture().db.admin().command({ serverStatus: 1 });
    assert.ok(status['mem'].resident < 500, `${status['mem'].resident} MB`);
    socket.destroy();
  });
});
