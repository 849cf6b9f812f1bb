import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, rename, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openDiskFileStore } from '../../server/platform/files/index.ts';
import type { FileStore } from '../../server/platform/files/index.ts';

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

describe('The file store on disk', () => {
  let root: string;
  let store: FileStore;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'anxin-files-'));
    store = openDiskFileStore(root);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const at = (name: string): string => join(root, 'content', name.slice(0, 2), name);
  const put = (text: string | Buffer) => store.put(Readable.from([Buffer.from(text)]));
  const read = async (name: string): Promise<string | null> => {
    const found = await store.get(name);
    return found === null ? null : (await buffer(found.stream)).toString();
  };
  const age = (name: string, to: Date): Promise<void> => utimes(at(name), to, to);
  const listed = async (): Promise<string[]> => {
    const names: string[] = [];
    for await (const { sha256: name } of store.list()) names.push(name);
    return names.sort();
  };
  const LONG_AGO = new Date('2020-01-01T00:00:00Z');
  const CUTOFF = new Date('2021-01-01T00:00:00Z');

  it('names bytes by their SHA-256 and gives them back', async () => {
    // From FIPS 180-4's example: SHA-256("abc").
    const stored = await put('abc');
    assert.deepEqual(stored, {
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      bytes: 3,
    });
    assert.equal(await read(stored.sha256), 'abc');
    assert.deepEqual(readdirSync(join(root, 'tmp')), []);
  });

  it('keeps equal bytes once and makes them young again', async () => {
    const { sha256: name } = await put('twice');
    await age(name, LONG_AGO);
    await put('twice');
    assert.deepEqual(await listed(), [name]);
    assert.equal(await store.remove(name, { unlessPutSince: CUTOFF }), false);
    assert.equal(await read(name), 'twice');
  });

  it('takes over a local file, which is then gone from its place', async () => {
    const path = join(root, 'arrived');
    const bytes = randomBytes(200_000);
    await writeFile(path, bytes);
    assert.deepEqual(await store.adopt(path), { sha256: sha256(bytes), bytes: bytes.length });
    assert.ok(!readdirSync(root).includes('arrived'));
  });

  it('replaces a torn copy that a crash of the machine left under the name', async () => {
    const name = sha256('whole text');
    await mkdir(join(root, 'content', name.slice(0, 2)));
    await writeFile(at(name), 'whole');
    await put('whole text');
    assert.equal(await read(name), 'whole text');
  });

  it('leaves nothing behind when the source breaks off', async () => {
    const source = Readable.from(
      (function* () {
        yield Buffer.from('a');
        throw new Error('cut');
      })(),
    );
    await assert.rejects(store.put(source), /cut/);
    assert.deepEqual(readdirSync(join(root, 'tmp')), []);
    assert.deepEqual(await listed(), []);
  });

  it('gives a part of the bytes', async () => {
    const { sha256: name } = await put('0123456789');
    const found = await store.get(name, { range: { start: 2, end: 4 } });
    assert.ok(found);
    assert.equal(found.bytes, 10);
    assert.equal((await buffer(found.stream)).toString(), '234');
  });

  it('answers null for what is not there and refuses names that are no hash', async () => {
    assert.equal(await store.get('0'.repeat(64)), null);
    await assert.rejects(store.get('../../../etc/passwd'), TypeError);
    await assert.rejects(store.remove(`${'0'.repeat(63)}/`, { unlessPutSince: CUTOFF }), TypeError);
  });

  it('removes old bytes together with their thumbnail, and is content when they are gone already', async () => {
    const { sha256: name } = await put('old');
    await store.putThumbnail(name, Buffer.from('picture'));
    await age(name, LONG_AGO);
    assert.equal(await store.remove(name, { unlessPutSince: CUTOFF }), true);
    assert.equal(await store.remove(name, { unlessPutSince: CUTOFF }), true);
    assert.equal(await read(name), null);
    assert.equal(await store.get(name, { shelf: 'thumbnail' }), null);
  });

  it('never loses bytes that are put while they are being removed', async () => {
    for (let round = 0; round < 40; round += 1) {
      const { sha256: name } = await put(`round ${round}`);
      await age(name, LONG_AGO);
      await Promise.all([store.remove(name, { unlessPutSince: CUTOFF }), put(`round ${round}`)]);
      assert.equal(await read(name), `round ${round}`);
    }
  });

  it('finds and puts back what a removal that was killed left aside', async () => {
    const { sha256: name } = await put('aside');
    await rename(at(name), join(root, 'trash', name));
    assert.equal(await read(name), 'aside');
    assert.equal(await store.tidy(CUTOFF), 1);
    assert.deepEqual(await listed(), [name]);
    assert.deepEqual(readdirSync(join(root, 'trash')), []);
    assert.equal(await read(name), 'aside');
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
