import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { MongoClient } from 'mongodb';
import { StoreProbeError, probeStore } from '../../server/platform/store-probe.ts';
import { testStore } from '../support/store.ts';

/** A store that says or does something else: whatever passes from the real one is rewritten, byte for byte as long. */
async function distorted(uri: string, from: string, to: string): Promise<{ uri: string; stop(): void }> {
  assert.equal(from.length, to.length);
  const host = decodeURIComponent(/^mongodb:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1] ?? '');
  const target = host.startsWith('/')
    ? { path: host }
    : { host: host.split(':')[0]!, port: Number(host.split(':')[1]) };
  const server = createServer((client) => {
    const store = connect(target);
    client.pipe(store);
    store.on('data', (bytes) =>
      client.write(Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')),
    );
    for (const [one, other] of [
      [client, store],
      [store, client],
    ] as const) {
      one.on('close', () => other.destroy());
      one.on('error', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's address always is one
  return { uri: `mongodb://127.0.0.1:${port}/anxin?directConnection=true`, stop: () => server.close() };
}

describe('the start-up probe', function () {
  this.timeout(30_000);

  it('passes on a store that qualifies, and leaves nothing behind', async () => {
    const { uri } = await testStore();
    await probeStore(uri);
    const client = await MongoClient.connect(uri);
    try {
      const names = (await client.db().listCollections().toArray()).map(({ name }) => name);
      assert.deepEqual(
        names.filter((name) => name.startsWith('startProbe')),
        [],
      );
    } finally {
      await client.close();
    }
  });

  const FAULTS: [string, string, string, RegExp][] = [
    ['is no member of a replica set', 'setName', 'xxxName', /replicaSet: 需要副本集.*replica set is needed/],
    ['keeps no expiry on its indexes', 'expireAfterSeconds', 'xxxxxxAfterSeconds', /ttlIndex: .*TTL/],
  ];
  for (const [what, from, to, sentence] of FAULTS) {
    it(`stops the start with a sentence when the store ${what}`, async () => {
      const { uri } = await testStore();
      const store = await distorted(uri, from, to);
      try {
        await assert.rejects(probeStore(store.uri), (error: unknown) => {
          assert.ok(error instanceof StoreProbeError, String(error));
          assert.match(error.message, sentence);
          return true;
        });
      } finally {
        store.stop();
      }
    });
  }
});
