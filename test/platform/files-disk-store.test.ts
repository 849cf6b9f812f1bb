import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, rename, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openDiskFileStore } from '../../server/platform/files/index.ts';
import type { FileStore } from '../../server/platform/files/index.ts';
import { CUTOFF, itIsAFileStore, listed, LONG_AGO, put, read, sha256 } from './file-store-contract.ts';

describe('The file store on disk', () => {
  let root: string;
  let store: FileStore;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'anxin-files-'));
    store = openDiskFileStore(root);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const at = (name: string): string => join(root, 'content', name.slice(0, 2), name);
  const age = (name: string, to: Date): Promise<void> => utimes(at(name), to, to);

  itIsAFileStore(() => ({ store, age }));

  it('leaves nothing behind in its folder for what arrives', async () => {
    await put(store, 'abc');
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('a');
        throw new Error('cut');
      })(),
    );
    await assert.rejects(store.put(broken), /cut/);
    assert.deepEqual(readdirSync(join(root, 'tmp')), []);
  });

  it('replaces a torn copy that a crash of the machine left under the name', async () => {
    const name = sha256('whole text');
    await mkdir(join(root, 'content', name.slice(0, 2)));
    await writeFile(at(name), 'whole');
    await put(store, 'whole text');
    assert.equal(await read(store, name), 'whole text');
  });

  it('finds and puts back what a removal that was killed left aside', async () => {
    const { sha256: name } = await put(store, 'aside');
    await rename(at(name), join(root, 'trash', name));
    assert.equal(await read(store, name), 'aside');
    assert.equal(await store.tidy(CUTOFF), 1);
    assert.deepEqual(await listed(store), [name]);
    assert.deepEqual(readdirSync(join(root, 'trash')), []);
    assert.equal(await read(store, name), 'aside');
  });

  it('clears writes that were killed long ago and leaves those under way', async () => {
    await writeFile(join(root, 'tmp', 'old'), 'half');
    await utimes(join(root, 'tmp', 'old'), LONG_AGO, LONG_AGO);
    await writeFile(join(root, 'tmp', 'young'), 'half');
    assert.equal(await store.tidy(CUTOFF), 1);
    assert.deepEqual(readdirSync(join(root, 'tmp')), ['young']);
  });

  it('says how much room is left, as measured', async () => {
    assert.ok((await store.freeBytes()) > 0);
    assert.equal(await openDiskFileStore(root, () => Promise.resolve(7)).freeBytes(), 7);
  });
});
