import assert from 'node:assert/strict';
import { createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openDiskFileStore, openFileStore, StoredFileError } from '../../server/platform/files/index.ts';
import type { FileKeys, SealedFileStore } from '../../server/platform/files/index.ts';

const FRAME = 64 * 1024;
/** A header, and behind each frame its tag. */
const HEADER = 68;
const STORED_FRAME = FRAME + 16;

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
/** A key whose id begins with sm belongs to that suite. */
const keysOf = (active: string, ...ids: string[]): FileKeys => ({
  active,
  keys: new Map([active, ...ids].map((id) => [id, createHash('sha256').update(`key ${id}`).digest()])),
  suites: new Map([active, ...ids].map((id) => [id, id.startsWith('sm') ? 'sm' : 'aes'])),
});

for (const suite of ['aes', 'sm'] as const)
  describe(`stored files, sealed by ${suite}`, () => {
    const ownKey = suite === 'aes' ? 'k1' : 'sm1';
    let dataDir: string;
    let store: SealedFileStore;
    const opened = (keys: FileKeys): SealedFileStore => openFileStore({ dataDir, keys });
    beforeEach(() => {
      dataDir = mkdtempSync(join(tmpdir(), 'anxin-sealed-'));
      store = opened(keysOf(ownKey));
    });
    afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

    const at = (name: string): string => join(dataDir, 'files', 'content', name.slice(0, 2), name);
    const put = async (bytes: Buffer): Promise<string> => (await store.put(Readable.from([bytes]))).sha256;
    const read = async (name: string, from: SealedFileStore = store): Promise<Buffer> => {
      const found = await from.get(name);
      assert.ok(found);
      const bytes = await buffer(found.stream);
      assert.equal(found.bytes, bytes.length);
      return bytes;
    };
    const fault =
      (code: StoredFileError['code']) =>
      (error: unknown): boolean =>
        error instanceof StoredFileError &&
        error.code === code &&
        /[一-鿿].* \/ a stored file/u.test(error.message);

    for (const size of [0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 200_001])
      it(`come back as they were and lie sealed: ${size} bytes`, async () => {
        const bytes = randomBytes(size);
        assert.deepEqual(await store.put(Readable.from([bytes])), { sha256: sha256(bytes), bytes: size });
        assert.ok((await read(sha256(bytes))).equals(bytes));
        const lies = readFileSync(at(sha256(bytes)));
        const frames = Math.max(1, Math.ceil(size / FRAME));
        assert.equal(lies.length, HEADER + size + frames * 16);
        if (size > 32) assert.ok(!lies.includes(bytes.subarray(0, 32)));
      });

    it('come in chunks of any size, also from a file, which is then gone', async () => {
      const bytes = randomBytes(3 * FRAME + 17);
      for (const chunk of [1_000, FRAME, FRAME + 1, 100_000]) {
        const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, n) =>
          bytes.subarray(n * chunk, (n + 1) * chunk),
        );
        const { sha256: name } = await store.put(Readable.from(chunks));
        assert.ok((await read(name)).equals(bytes));
        rmSync(at(name));
      }
      writeFileSync(join(dataDir, 'arrived'), bytes);
      assert.deepEqual(await store.adopt(join(dataDir, 'arrived')), {
        sha256: sha256(bytes),
        bytes: bytes.length,
      });
      assert.ok(!readdirSync(dataDir).includes('arrived'));
    });

    it('never lie in the same bytes twice, and are kept once', async () => {
      const bytes = randomBytes(100);
      const name = await put(bytes);
      const first = readFileSync(at(name));
      await put(bytes);
      assert.ok(readFileSync(at(name)).equals(first), 'only made young again');
      rmSync(at(name));
      await put(bytes);
      assert.ok(!readFileSync(at(name)).subarray(HEADER).equals(first.subarray(HEADER)));
    });

    it('are read in parts, across the borders of frames', async () => {
      const bytes = randomBytes(3 * FRAME + 1000);
      const name = await put(bytes);
      const last = bytes.length - 1;
      for (const [start, end] of [
        [0, 0],
        [0, last],
        [FRAME - 1, FRAME],
        [FRAME, 2 * FRAME - 1],
        [10, 2 * FRAME + 10],
        [3 * FRAME, last],
        [last, last],
        [last - 5, last + 100],
      ] as const) {
        const found = await store.get(name, { range: { start, end } });
        assert.ok(found);
        assert.equal(found.bytes, bytes.length);
        assert.ok((await buffer(found.stream)).equals(bytes.subarray(start, end + 1)), `${start}-${end}`);
      }
    });

    const spoiled: [what: string, spoil: (lies: Buffer) => Buffer][] = [
      ['cut by a byte', (lies) => lies.subarray(0, -1)],
      ['cut behind a frame', (lies) => lies.subarray(0, HEADER + 2 * STORED_FRAME)],
      ['cut to their header', (lies) => lies.subarray(0, HEADER)],
      ['longer by a byte', (lies) => Buffer.concat([lies, Buffer.from([0])])],
      ['with a frame twice', (lies) => Buffer.concat([lies, lies.subarray(HEADER, HEADER + STORED_FRAME)])],
      [
        'with two frames exchanged',
        (lies) =>
          Buffer.concat([
            lies.subarray(0, HEADER),
            lies.subarray(HEADER + STORED_FRAME, HEADER + 2 * STORED_FRAME),
            lies.subarray(HEADER, HEADER + STORED_FRAME),
            lies.subarray(HEADER + 2 * STORED_FRAME),
          ]),
      ],
      [
        'without a frame in the middle',
        (lies) =>
          Buffer.concat([lies.subarray(0, HEADER + STORED_FRAME), lies.subarray(HEADER + 2 * STORED_FRAME)]),
      ],
      // The mark, the salt, the first frame, its tag, the last frame.
      ...[0, HEADER - 1, HEADER, HEADER + STORED_FRAME - 1, HEADER + 2 * STORED_FRAME + 5].map(
        (place): [string, (lies: Buffer) => Buffer] => [
          `with a bit turned at ${place}`,
          (lies) => {
            const turned = Buffer.from(lies);
            turned.writeUInt8(turned.readUInt8(place) ^ 1, place);
            return turned;
          },
        ],
      ),
    ];
    for (const [what, spoil] of spoiled)
      it(`are refused when they are ${what}`, async () => {
        const name = await put(randomBytes(2 * FRAME + 500));
        writeFileSync(at(name), spoil(readFileSync(at(name))));
        await assert.rejects(read(name), fault('storedFileDamaged'));
      });

    it('are refused under the name of another, and with another’s key of the same id', async () => {
      const [one, other] = [await put(randomBytes(500)), await put(randomBytes(500))];
      renameSync(at(one), at(other));
      await assert.rejects(read(other), fault('storedFileDamaged'));
      const third = await put(randomBytes(500));
      const wrong = opened({ ...keysOf(ownKey), keys: new Map([[ownKey, randomBytes(32)]]) });
      await assert.rejects(wrong.get(third), fault('storedFileDamaged'), 'before anything is handed out');
    });

    it('say which thing is missing when their key is', async () => {
      const name = await put(randomBytes(500));
      await assert.rejects(opened(keysOf('k2')).get(name), fault('storedFileKeyMissing'));
      await assert.rejects(
        opened(keysOf('k2')).get(name, { range: { start: 1, end: 2 } }),
        fault('storedFileKeyMissing'),
      );
    });

    it('of before are read as they lie, in whole and in part, and refused when they are not what their name says', async () => {
      const bytes = randomBytes(FRAME + 5);
      await openDiskFileStore(join(dataDir, 'files')).put(Readable.from([bytes]));
      const name = sha256(bytes);
      assert.deepEqual(await store.sealState(name), { state: 'open' });
      assert.ok((await read(name)).equals(bytes));
      const part = await store.get(name, { range: { start: 3, end: 8 } });
      assert.ok(part && (await buffer(part.stream)).equals(bytes.subarray(3, 9)));
      writeFileSync(at(name), randomBytes(FRAME + 5));
      await assert.rejects(read(name), fault('storedFileDamaged'));
      await assert.rejects(store.reseal(name), fault('storedFileDamaged'));
      assert.equal(readFileSync(at(name)).length, FRAME + 5, 'left as it is');
    });

    it('of before and of an older key are sealed anew with their pictures, and the older key may go', async () => {
      const [old, open] = [randomBytes(FRAME + 5), Buffer.from('of before')];
      await put(old);
      await store.putThumbnail(sha256(old), Buffer.from('small picture'));
      const disk = openDiskFileStore(join(dataDir, 'files'));
      await disk.put(Readable.from([open]));
      await disk.putThumbnail(sha256(open), Buffer.from('open picture'));
      const both = opened(keysOf('k2', ownKey));
      assert.deepEqual(await both.sealState(sha256(old)), { state: 'older', keyId: ownKey });
      for (const name of [sha256(old), sha256(open)]) {
        await both.reseal(name);
        for (const shelf of ['content', 'thumbnail'] as const)
          assert.deepEqual(await both.sealState(name, shelf), { state: 'active', keyId: 'k2' });
        await both.reseal(name);
      }
      const later = opened(keysOf('k2'));
      assert.ok((await read(sha256(old), later)).equals(old));
      assert.ok((await read(sha256(open), later)).equals(open));
      const picture = await later.get(sha256(open), { shelf: 'thumbnail' });
      assert.equal(picture && (await buffer(picture.stream)).toString(), 'open picture');
      assert.equal(await later.sealState('0'.repeat(64)), null);
    });

    it('leave nothing behind when their source breaks off', async () => {
      const source = Readable.from(
        (function* () {
          yield randomBytes(FRAME * 2);
          throw new Error('cut');
        })(),
      );
      await assert.rejects(store.put(source), /cut/);
      assert.deepEqual(readdirSync(join(dataDir, 'files', 'tmp')), []);
      assert.deepEqual(readdirSync(join(dataDir, 'files', 'content')), []);
    });

    if (suite === 'aes')
      it('of 128 MB are sealed and opened in a part of that memory', async function () {
        this.timeout(60_000);
        const MB = 1024 * 1024;
        const piece = randomBytes(MB);
        const before = process.memoryUsage().arrayBuffers;
        let most = 0;
        const look = (): void => {
          most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        };
        async function* pieces(): AsyncGenerator<Buffer> {
          for (let n = 0; n < 128; n++) {
            look();
            yield Promise.resolve(piece);
          }
        }
        const { sha256: name, bytes } = await store.put(Readable.from(pieces(), { objectMode: false }));
        assert.equal(bytes, 128 * MB);
        const found = await store.get(name);
        const hash = createHash('sha256');
        for await (const chunk of found?.stream as AsyncIterable<Buffer>) {
          hash.update(chunk);
          look();
        }
        assert.equal(hash.digest('hex'), name);
        assert.ok(most < 80 * MB, `${most} bytes of buffers`);
      });
  });

describe('stored files under the SM suite', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'anxin-sealed-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
  const lies = (name: string): Buffer =>
    readFileSync(join(dataDir, 'files', 'content', name.slice(0, 2), name));

  it('lie in SM4 with an HMAC-SM3 before which nothing is opened', async () => {
    const keys = keysOf('sm1');
    const bytes = randomBytes(1000);
    const { sha256: name } = await openFileStore({ dataDir, keys }).put(Readable.from([bytes]));
    const stored = lies(name);
    const [header, body, tag] = [
      stored.subarray(0, HEADER),
      stored.subarray(HEADER, -16),
      stored.subarray(-16),
    ];
    const both = Buffer.from(
      hkdfSync('sm3', keys.keys.get('sm1') ?? '', header.subarray(36), 'anxin stored file sm 1', 48),
    );
    // The only frame is the last: its nonce begins with 1 and ends with its number, 0.
    const nonce = Buffer.from('010000000000000000000000', 'hex');
    const cipher = createDecipheriv('sm4-ctr', both.subarray(0, 16), Buffer.concat([nonce, Buffer.alloc(4)]));
    assert.ok(Buffer.concat([cipher.update(body), cipher.final()]).equals(bytes));
    const length = Buffer.from([0, 0, 0, HEADER + 64]);
    const said = [length, header, Buffer.from(name), nonce, body];
    const mac = createHmac('sm3', both.subarray(16)).update(Buffer.concat(said)).digest();
    assert.ok(mac.subarray(0, 16).equals(tag));
  });

  it('that a key of the suite sealed with AES before are read, and sealed anew', async () => {
    const keys = keysOf('sm1');
    const before = openFileStore({ dataDir, keys: { active: keys.active, keys: keys.keys } });
    const { sha256: name } = await before.put(Readable.from([Buffer.from('of before')]));
    assert.equal(lies(name).subarray(0, 4).toString(), 'AXF1');
    const now = openFileStore({ dataDir, keys });
    assert.deepEqual(await now.sealState(name), { state: 'older', keyId: 'sm1' });
    await now.reseal(name);
    assert.equal(lies(name).subarray(0, 4).toString(), 'AXF2');
    const found = await now.get(name);
    assert.equal(found && (await buffer(found.stream)).toString(), 'of before');
  });
});
