import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { startEmbeddedStore } from '../../server/platform/embedded/index.ts';
import type { EmbeddedStore } from '../../server/platform/embedded/index.ts';
import { guarded } from '../../server/platform/embedded/socket-path.ts';
import { scriptOf } from '../../server/platform/project-root.ts';
import { eventually } from '../support/eventually.ts';
import { folder, withStore } from './embedded-fixture.ts';

describe('The process of the embedded store', function () {
  this.timeout(40_000);

  it('is shared by a second start in the same folder, and ends with the first', async () => {
    const dir = folder();
    const first = await startEmbeddedStore({ dir });
    const second = await startEmbeddedStore({ dir });
    assert.equal(first.owned, true);
    assert.equal(second.owned, false);
    assert.equal(second.uri, first.uri);
    const client = await MongoClient.connect(second.uri);
    await client.db('test').collection('docs').insertOne({});
    await second.stop();
    assert.equal(await client.db('test').collection('docs').countDocuments({}), 1);
    await client.close();
    await first.stop();
  });

  it('is started once by five that start at the same time', async () => {
    const dir = folder();
    const stores = await Promise.all(Array.from({ length: 5 }, () => startEmbeddedStore({ dir })));
    assert.equal(stores.filter((store) => store.owned).length, 1);
    for (const { uri } of stores) {
      const client = await MongoClient.connect(uri);
      await client.db('test').command({ ping: 1 });
      await client.close();
    }
    await Promise.all(stores.map((store) => store.stop()));
  });

  it('is refused a folder whose data another process has open, even when that one cannot be reached', async () => {
    const dir = folder();
    const first = await startEmbeddedStore({ dir });
    rmSync(join(dir, 'socket'), { recursive: true });
    await assert.rejects(startEmbeddedStore({ dir }), new RegExp(`Process ${first.pid} has this store open`));
    await first.stop();
    await withStore(dir, async (client) => {
      await client.db('test').command({ ping: 1 });
    });
  });

  it('has a short socket path of its own where the folder is deep', async () => {
    const dir = join(folder(), 'd'.repeat(60), 'e'.repeat(60));
    await withStore(dir, async (client, uri) => {
      assert.ok(Buffer.byteLength(decodeURIComponent(uri)) < 160);
      await client.db('test').collection('docs').insertOne({ kept: true });
    });
    await withStore(dir, async (client) => {
      assert.equal(await client.db('test').collection('docs').countDocuments({ kept: true }), 1);
    });
  });

  it('asks for a password where it listens on a port, and keeps port and password when it is started again', async () => {
    const dir = folder();
    const start = (): Promise<EmbeddedStore> => startEmbeddedStore({ dir, transport: 'loopback' });
    const first = await start();
    const second = await start();
    assert.equal(second.owned, false);
    await second.stop();
    const client = await MongoClient.connect(first.uri);
    await client.db('test').collection<{ _id: number }>('docs').insertOne({ _id: 1 });
    const { pid } = first;
    assert.ok(pid);
    process.kill(pid, 'SIGKILL');
    await eventually('it is started again', () => first.pid !== pid, 10_000);
    const found = (): Promise<number> => client.db('test').collection('docs').countDocuments({});
    await eventually(
      'the same client is served',
      () =>
        found().then(
          (n) => n === 1,
          () => false,
        ),
      15_000,
    );
    await client.close();
    const wrong = first.uri.replace(/:[0-9a-f]{48}@/, `:${'0'.repeat(48)}@`);
    assert.notEqual(wrong, first.uri);
    await assert.rejects(
      MongoClient.connect(wrong, { serverSelectionTimeoutMS: 3_000 }),
      /Authentication failed/,
    );
    const bare = first.uri.replace(/\/\/.*@/, '//').replace(/&auth.*$/, '');
    const stranger = await MongoClient.connect(bare);
    await assert.rejects(stranger.db('test').collection('docs').findOne({}), /requires authentication/);
    await stranger.close();
    await first.stop();
  });

  it('ends by itself when the one that started it is killed', async () => {
    const dir = folder();
    const { parent, pid } = await startedElsewhere(dir);
    parent.kill('SIGKILL');
    await eventually('the process ends', () => !isAlive(pid), 10_000);
    // What it left does not stop the next one.
    await withStore(dir, async (client) => {
      await client.db('test').command({ ping: 1 });
    });
  });

  it('ends by itself when the one that started it is killed before it has begun', async () => {
    const dir = folder();
    const { url, flags } = scriptOf('server/platform/embedded/process.ts');
    const child = fork(fileURLToPath(url), [dir, 'socket'], { execArgv: [...flags] });
    const ended = once(child, 'exit');
    child.disconnect(); // as the system does for one that was killed
    await ended;
    assert.equal(child.exitCode, 0);
    assert.ok(!existsSync(join(dir, 'data.mdb')), 'nothing was opened for nobody');
  });

  it('does not wait for ever at the door of a folder that was taken away', async () => {
    const path = join(folder(), 'socket', 's.sock');
    mkdirSync(`${path}.guard`, { recursive: true }); // another process is at it
    const waiting = guarded(path, () => Promise.resolve());
    rmSync(join(path, '..'), { recursive: true });
    await assert.rejects(waiting, /ENOENT/);
  });

  it('is served from here once the one that started it is killed', async () => {
    const dir = folder();
    const { parent, pid } = await startedElsewhere(dir);
    const here = await startEmbeddedStore({ dir });
    assert.equal(here.owned, false);
    const client = await MongoClient.connect(here.uri);
    const docs = client.db('test').collection('docs');
    await docs.insertOne({});
    parent.kill('SIGKILL');
    await eventually('it is taken over', () => here.owned && !isAlive(pid), 10_000);
    const found = (): Promise<boolean> =>
      docs.countDocuments({}).then(
        (n) => n === 1,
        () => false,
      );
    await eventually('the same client is served', found, 15_000);
    await client.close();
    await here.stop();
  });

  it('is never served by a helper of whoever serves it, which waits for a store and lets it go', async () => {
    const dir = folder();
    const helping = startEmbeddedStore({ dir, sharesOnly: true });
    const { parent, pid } = await startedElsewhere(dir);
    const helper = await helping;
    assert.equal(helper.owned, false);
    parent.kill('SIGKILL');
    await eventually('the process ends', () => !isAlive(pid), 10_000);
    // A start in the next moment serves the folder itself, and nobody takes the store from under it.
    const store = await startEmbeddedStore({ dir });
    assert.deepEqual([store.owned, helper.owned], [true, false]);
    await helper.stop();
    await store.stop();
  });

  it('is not mistaken for a store while whoever served it is on the way out', async () => {
    const dir = folder();
    const { parent, pid } = await startedElsewhere(dir);
    // A store that is busy when its owner dies still takes connections, and answers none of them.
    process.kill(pid, 'SIGSTOP');
    parent.kill('SIGKILL');
    const starting = startEmbeddedStore({ dir });
    await eventually('the owner is gone', () => parent.signalCode !== null, 10_000);
    process.kill(pid, 'SIGCONT');
    const store = await starting;
    assert.equal(store.owned, true);
    const client = await MongoClient.connect(store.uri);
    await client.db('test').collection('docs').insertOne({});
    await client.close();
    await store.stop();
  });

  it('says what it is', async () => {
    await withStore(folder(), async (client) => {
      const info = await client.db('admin').command({ buildInfo: 1 });
      assert.match(String(info['note']), /[Ss]ingle-node/);
    });
  });
});

/** A store that another program has started, and that program. */
async function startedElsewhere(dir: string): Promise<{ parent: ChildProcess; pid: number }> {
  const script = `
    import { startEmbeddedStore } from './server/platform/embedded/index.ts';
    startEmbeddedStore({ dir: process.argv[1] }).then((store) => {
      console.log(store.pid);
      setInterval(() => undefined, 1000);
    });`;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = await new Promise<number>((resolve) => {
    parent.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())));
  });
  return { parent, pid };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
