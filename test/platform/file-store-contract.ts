import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FileStore } from '../../server/platform/files/index.ts';

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
export const LONG_AGO = new Date('2020-01-01T00:00:00Z');
export const CUTOFF = new Date('2021-01-01T00:00:00Z');

export interface StoreUnderTest {
  store: FileStore;
  /** Makes stored bytes as old as this. */
  age(sha256: string, to: Date): Promise<void> | void;
}

export const put = (store: FileStore, text: string | Buffer) => store.put(Readable.from([Buffer.from(text)]));
export async function read(store: FileStore, name: string): Promise<string | null> {
  const found = await store.get(name);
  return found === null ? null : (await buffer(found.stream)).toString();
}
export async function listed(store: FileStore): Promise<string[]> {
  const names: string[] = [];
  for await (const { sha256: name } of store.list()) names.push(name);
  return names.sort();
}

/** What every store of files does, wherever it keeps them. */
export function itIsAFileStore(underTest: () => StoreUnderTest): void {
  it('names bytes by their SHA-256 and gives them back', async () => {
    const { store } = underTest();
    // From FIPS 180-4's example: SHA-256("abc").
    const stored = await put(store, 'abc');
    assert.deepEqual(stored, {
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      bytes: 3,
    });
    assert.equal(await read(store, stored.sha256), 'abc');
  });

  it('keeps equal bytes once and makes them young again', async () => {
    const { store, age } = underTest();
    const { sha256: name } = await put(store, 'twice');
    await age(name, LONG_AGO);
    await put(store, 'twice');
    assert.deepEqual(await listed(store), [name]);
    assert.equal(await store.remove(name, { unlessPutSince: CUTOFF }), false);
    assert.equal(await read(store, name), 'twice');
  });

  it('takes over a local file, which is then gone from its place', async () => {
    const { store } = underTest();
    const folder = mkdtempSync(join(tmpdir(), 'anxin-arrived-'));
    const path = join(folder, 'arrived');
    const bytes = randomBytes(200_000);
    try {
      await writeFile(path, bytes);
      const stored = await store.adopt(path);
      assert.deepEqual(stored, { sha256: sha256(bytes), bytes: bytes.length });
      assert.ok(!existsSync(path));
      const found = await store.get(stored.sha256);
      assert.ok(found && (await buffer(found.stream)).equals(bytes));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('keeps nothing of a source that breaks off', async () => {
    const { store } = underTest();
    const source = Readable.from(
      (function* () {
        yield Buffer.from('a');
        throw new Error('cut');
      })(),
    );
    await assert.rejects(store.put(source), /cut/);
    assert.deepEqual(await listed(store), []);
  });

  it('gives a part of the bytes', async () => {
    const { store } = underTest();
    const { sha256: name } = await put(store, '0123456789');
    const found = await store.get(name, { range: { start: 2, end: 4 } });
    assert.ok(found);
    assert.equal(found.bytes, 10);
    assert.equal((await buffer(found.stream)).toString(), '234');
  });

  it('answers null for what is not there and refuses names that are no hash', async () => {
    const { store } = underTest();
    assert.equal(await store.get('0'.repeat(64)), null);
    await assert.rejects(store.get('../../../etc/passwd'), TypeError);
    await assert.rejects(store.remove(`${'0'.repeat(63)}/`, { unlessPutSince: CUTOFF }), TypeError);
  });

  it('lists everything it keeps, with size and moment', async () => {
    const { store } = underTest();
    const texts = ['one', 'three', 'seventeen', 'x'.repeat(5_000), ''];
    for (const text of texts) await put(store, text);
    const found = new Map<string, number>();
    for await (const { sha256: name, bytes, putAt } of store.list()) {
      assert.ok(putAt > CUTOFF);
      found.set(name, bytes);
    }
    assert.deepEqual(found, new Map([...found.keys()].map((name) => [name, sizeOf(name, texts)])));
    assert.equal(found.size, texts.length);
  });

  it('removes old bytes together with their thumbnail, and is content when they are gone already', async () => {
    const { store, age } = underTest();
    const { sha256: name } = await put(store, 'old');
    await store.putThumbnail(name, Buffer.from('picture'));
    const thumbnail = await store.get(name, { shelf: 'thumbnail' });
    assert.ok(thumbnail && (await buffer(thumbnail.stream)).equals(Buffer.from('picture')));
    await age(name, LONG_AGO);
    assert.equal(await store.remove(name, { unlessPutSince: CUTOFF }), true);
    assert.equal(await store.remove(name, { unlessPutSince: CUTOFF }), true);
    assert.equal(await read(store, name), null);
    assert.equal(await store.get(name, { shelf: 'thumbnail' }), null);
  });

  it('never loses bytes that are put while they are being removed', async () => {
    const { store, age } = underTest();
    for (let round = 0; round < 40; round += 1) {
      const { sha256: name } = await put(store, `round ${round}`);
      await age(name, LONG_AGO);
      await Promise.all([store.remove(name, { unlessPutSince: CUTOFF }), put(store, `round ${round}`)]);
      assert.equal(await read(store, name), `round ${round}`);
    }
  });
}

const sizeOf = (name: string, texts: readonly string[]): number =>
  Buffer.byteLength(texts.find((text) => sha256(text) === name) ?? 'not one of them');
