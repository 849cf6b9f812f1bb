import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { Problem } from '../../../server/core/contract/errors.ts';
import type { FileView, UploadView } from '../../../server/core/contract/files.ts';
import { resealFiles } from '../../../server/features/files/index.ts';
import { configureFieldKeys, keyRing } from '../../../server/platform/crypto/field-keys.ts';
import { eventually } from '../../support/eventually.ts';
import { useStore } from '../../support/store.ts';
import { person, startFilesApp } from './files-app.ts';
import type { FilesApp, FilesClient } from './files-app.ts';
import * as sample from './samples.ts';

const HOUR = 3_600_000;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('A resumable upload', () => {
  useStore();
  let app: FilesApp;
  let worker: FilesClient;
  let photo: Buffer;
  beforeEach(async () => {
    app = await startFilesApp();
    worker = app.as(person(1));
    photo = await sample.noisyJpeg();
  });
  afterEach(() => app.stop());

  const start = async (changes: Record<string, unknown> = {}): Promise<UploadView> => {
    const { status, body } = await worker.startUpload({
      name: '录音.jpg',
      bytes: photo.length,
      purpose: 'evidence',
      ...changes,
    });
    assert.equal(status, 201);
    return body;
  };
  const usage = async (): Promise<unknown> =>
    (await mongoose.connection.collection('fileUsage').findOne())?.['bytes'];
  const parts = (): string[] => app.filesOnDisk().filter((name) => name.startsWith('uploads'));

  it('arrives in pieces and ends as the same file as one sent at once', async () => {
    const upload = await start({ sha256: sha256(photo) });
    assert.deepEqual([upload.offset, upload.bytes], [0, photo.length]);
    assert.equal(Date.parse(upload.expiresAt) - app.clock.now().getTime(), 48 * HOUR);
    let offset = 0;
    while (offset < photo.length) {
      const { status, body, headers } = await worker.patch(
        upload.id,
        offset,
        photo.subarray(offset, offset + 7000),
      );
      assert.equal(status, 200);
      offset = body.offset;
      assert.equal(headers.get('upload-offset'), String(offset));
    }
    const { status, body } = await worker.finish(upload.id);
    assert.equal(status, 201);
    assert.deepEqual(
      [body.sha256, body.bytes, body.name, body.mime],
      [sha256(photo), photo.length, '录音.jpg', 'image/jpeg'],
    );
    const res = await worker.fetch('GET', `/files/${body.id}`);
    assert.deepEqual(Buffer.from(await res.arrayBuffer()), photo);
    assert.deepEqual(parts(), []);
    assert.equal(await usage(), photo.length);
  });

  it('goes on after a cut where the bytes on disk end', async () => {
    const upload = await start();
    const socket = connect(app.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `PATCH /api/uploads/${upload.id} HTTP/1.1\r\nhost: localhost\r\nx-test-actor: ${worker.headers['x-test-actor'] ?? ''}\r\n` +
        `content-type: application/octet-stream\r\nupload-offset: 0\r\ncontent-length: ${photo.length}\r\n\r\n`,
    );
    socket.write(photo.subarray(0, 5000));
    await eventually('the first bytes are on disk', () => parts().length > 0);
    socket.destroy();
    const offset = await eventually('what arrived counts', async () => {
      const { body } = await worker.send<UploadView>('GET', `/uploads/${upload.id}`);
      return body.offset;
    });
    assert.ok(offset <= 5000);
    assert.equal((await worker.patch(upload.id, offset, photo.subarray(offset))).status, 200);
    assert.equal((await worker.finish(upload.id)).body.sha256, sha256(photo));
  });

  it('acknowledges a piece again whose answer was lost', async () => {
    const upload = await start();
    await worker.patch(upload.id, 0, photo.subarray(0, 4000));
    const again = await worker.patch(upload.id, 0, photo.subarray(0, 4000));
    assert.deepEqual([again.status, again.body.offset], [200, 4000]);
  });

  it('says the right place to a piece that is too far, overlaps or differs', async () => {
    const upload = await start();
    await worker.patch(upload.id, 0, photo.subarray(0, 4000));
    const wrong: [offset: number, piece: Buffer][] = [
      [5000, photo.subarray(5000, 6000)],
      [3000, photo.subarray(3000, 6000)],
      [0, Buffer.alloc(4000, 1)],
    ];
    for (const [offset, piece] of wrong) {
      const { status, body } = await worker.patch<Problem>(upload.id, offset, piece);
      assert.deepEqual([status, body.code, body.details?.['offset']], [409, 'uploadOffset', 4000]);
    }
    await worker.patch(upload.id, 4000, photo.subarray(4000));
    assert.equal((await worker.finish(upload.id)).body.sha256, sha256(photo));
  });

  it('takes one of two pieces for the same place and stays whole', async () => {
    const upload = await start();
    const answers = await Promise.all([
      worker.patch<UploadView & Problem>(upload.id, 0, photo.subarray(0, 3000)),
      worker.patch<UploadView & Problem>(upload.id, 0, photo.subarray(0, 6000)),
    ]);
    assert.ok(answers.some(({ status }) => status === 200));
    assert.ok(answers.every(({ status }) => status === 200 || status === 409));
    const { body } = await worker.send<UploadView>('GET', `/uploads/${upload.id}`);
    await worker.patch(upload.id, body.offset, photo.subarray(body.offset));
    assert.equal((await worker.finish(upload.id)).body.sha256, sha256(photo));
  });

  /** Where the pieces of an upload lie, first one first. */
  const piecesOf = async (id: string): Promise<string[]> => {
    const record = await mongoose.connection
      .collection<{ pieces: { file: string }[] }>('uploads')
      .findOne({ _id: new mongoose.Types.ObjectId(id) });
    return (record?.['pieces'] ?? []).map(({ file }) => join(app.dataDir, 'uploads', 'pieces', id, file));
  };

  it('lies sealed while it arrives, and nothing of it lies open afterwards', async () => {
    const upload = await start();
    await worker.patch(upload.id, 0, photo.subarray(0, 40_000));
    const trace = photo.subarray(1000, 1032);
    const [lies] = await piecesOf(upload.id);
    assert.ok(lies);
    assert.ok(readFileSync(lies).length > 40_000);
    for (const name of app.filesOnDisk()) {
      const bytes = readFileSync(join(app.dataDir, name));
      assert.ok(!bytes.includes(trace) && bytes[0] !== 0xff, name);
    }
    await worker.patch(upload.id, 40_000, photo.subarray(40_000));
    await worker.finish(upload.id);
    for (const name of app.filesOnDisk())
      assert.ok(!readFileSync(join(app.dataDir, name)).includes(trace), name);
  });

  const losses: [what: string, spoil: (path: string, other: string) => void][] = [
    ['cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, -1))],
    [
      'altered',
      (path) => {
        const lies = readFileSync(path);
        lies[200] = (lies[200] ?? 0) ^ 1;
        writeFileSync(path, lies);
      },
    ],
    ['gone', (path) => rmSync(path)],
    ['exchanged for another', (path, other) => writeFileSync(path, readFileSync(other))],
  ];
  for (const [what, spoil] of losses)
    it(`of which a piece is ${what} is asked for again from there and ends whole`, async () => {
      const upload = await start({ sha256: sha256(photo) });
      for (let at = 0; at < photo.length; at += 5000)
        await worker.patch(upload.id, at, photo.subarray(at, at + 5000));
      const pieces = await piecesOf(upload.id);
      const [first, second] = pieces;
      assert.ok(first !== undefined && second !== undefined && pieces.length > 2);
      spoil(second, first);
      const { status, body } = await worker.finish<Problem>(upload.id);
      assert.deepEqual([status, body.code, body.details?.['offset']], [409, 'uploadOffset', 5000]);
      assert.equal((await worker.patch(upload.id, 5000, photo.subarray(5000))).status, 200);
      assert.equal((await worker.finish(upload.id)).body.sha256, sha256(photo));
    });

  it('that an older version had half received begins anew', async () => {
    const upload = await start();
    await mongoose.connection
      .collection('uploads')
      .updateOne({ _id: new mongoose.Types.ObjectId(upload.id) }, { $set: { offset: 4000 } });
    const { body } = await worker.patch<Problem>(upload.id, 4000, photo.subarray(4000));
    assert.deepEqual([body.code, body.details?.['offset']], ['uploadOffset', 0]);
    await worker.patch(upload.id, 0, photo);
    assert.equal((await worker.finish(upload.id)).body.sha256, sha256(photo));
  });

  it('follows a change of keys', async () => {
    const upload = await start();
    for (const at of [0, 4000]) await worker.patch(upload.id, at, photo.subarray(at, at + 4000));
    const { active, keys, blindIndexKey } = keyRing();
    const text = (key: Uint8Array | undefined): string => Buffer.from(key ?? []).toString('base64');
    const fresh = { next9: randomBytes(32).toString('base64') };
    const use = (held: Record<string, string>): void =>
      configureFieldKeys({
        fieldKeys: { active: 'next9', keys: held },
        blindIndexKey: text(blindIndexKey),
      });
    use({ [active]: text(keys.get(active)), ...fresh });
    assert.deepEqual(await resealFiles({ limit: 0 }), { resealed: 0, left: 1, damaged: 0 });
    assert.deepEqual(await resealFiles(), { resealed: 1, left: 0, damaged: 0 });
    use(fresh);
    assert.equal(parts().length, 1, 'what the old key sealed is gone');
    await worker.patch(upload.id, 8000, photo.subarray(8000));
    assert.equal((await worker.finish(upload.id)).body.sha256, sha256(photo));
  });

  it('refuses more bytes than were announced', async () => {
    const upload = await start();
    const { status, body } = await worker.patch<Problem>(
      upload.id,
      0,
      Buffer.concat([photo, Buffer.from('x')]),
    );
    assert.deepEqual([status, body.code], [413, 'bodyTooLarge']);
    const flood = await worker.patch<Problem>(upload.id, 0, Buffer.alloc(8 * 1024 * 1024));
    assert.deepEqual([flood.status, flood.body.code], [413, 'bodyTooLarge']);
    assert.equal((await worker.send<UploadView>('GET', `/uploads/${upload.id}`)).body.offset, 0);
  });

  it('does not finish before the last byte', async () => {
    const upload = await start();
    await worker.patch(upload.id, 0, photo.subarray(0, 100));
    const { status, body } = await worker.finish<Problem>(upload.id);
    assert.deepEqual([status, body.code, body.details?.['offset']], [409, 'uploadOffset', 100]);
  });

  it('finished twice, also at once, is one file with one answer', async () => {
    const upload = await start();
    await worker.patch(upload.id, 0, photo);
    const answers = await Promise.all([worker.finish(upload.id), worker.finish(upload.id)]);
    const later = await worker.finish(upload.id);
    assert.deepEqual(
      [...answers, later].map(({ status }) => status),
      [201, 201, 201],
    );
    assert.equal(new Set([...answers, later].map(({ body }) => body.id)).size, 1);
    assert.equal(await mongoose.connection.collection('files').countDocuments(), 1);
    assert.equal(await usage(), photo.length);
  });

  it('of something that is no photo is refused as at once, dropped, and gives its quota back', async () => {
    for (const [bytes, code] of [
      [Buffer.from('<html><script>1</script>'), 'fileTypeRefused'],
      [photo.subarray(0, 5000), 'fileBroken'],
    ] as const) {
      const upload = await start({ bytes: bytes.length });
      await worker.patch(upload.id, 0, bytes);
      assert.equal((await worker.finish<Problem>(upload.id)).body.code, code);
      assert.equal((await worker.send('GET', `/uploads/${upload.id}`)).status, 404);
    }
    assert.deepEqual(parts(), []);
    assert.equal(await usage(), 0);
    assert.equal(await mongoose.connection.collection('files').countDocuments(), 0);
  });

  it('whose bytes do not hash to what the phone said is broken', async () => {
    const upload = await start({ sha256: '0'.repeat(64) });
    await worker.patch(upload.id, 0, photo);
    assert.equal((await worker.finish<Problem>(upload.id)).body.code, 'fileBroken');
  });

  it('is nobody else’s to see, go on with, finish or drop', async () => {
    const upload = await start();
    await worker.patch(upload.id, 0, photo);
    for (const other of [app.as(person(2)), app.as(person(3), 'inspector', '53')]) {
      const answers = [
        await other.send('GET', `/uploads/${upload.id}`),
        await other.patch(upload.id, 0, photo),
        await other.finish(upload.id),
        await other.send('DELETE', `/uploads/${upload.id}`),
      ];
      assert.deepEqual(
        answers.map(({ status }) => status),
        [404, 404, 404, 404],
      );
    }
    assert.equal((await worker.finish(upload.id)).status, 201);
  });

  it('can be given up, which gives its quota back', async () => {
    const upload = await start();
    await worker.patch(upload.id, 0, photo.subarray(0, 1000));
    assert.equal(await usage(), photo.length);
    assert.equal((await worker.send('DELETE', `/uploads/${upload.id}`)).status, 204);
    assert.equal((await worker.send('GET', `/uploads/${upload.id}`)).status, 404);
    assert.deepEqual([await usage(), parts()], [0, []]);
  });

  it('is gone after 48 hours', async () => {
    const upload = await start();
    app.clock.set(new Date(app.clock.now().getTime() + 48 * HOUR));
    assert.equal((await worker.patch(upload.id, 0, photo)).status, 404);
  });

  it('started again with the same key is the same upload', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = { name: 'a.jpg', bytes: 10, purpose: 'evidence' };
    const one = await worker.json<UploadView>('POST', '/uploads', body, key);
    const two = await worker.json<UploadView>('POST', '/uploads', body, key);
    assert.equal(one.body.id, two.body.id);
    assert.equal(await usage(), 10);
  });

  describe('is refused at the start', () => {
    const cases: [what: string, body: Record<string, unknown>, status: number, code: string][] = [
      ['beyond the limit of a file', { bytes: 6 * 1024 * 1024 }, 413, 'bodyTooLarge'],
      [
        'beyond the limit of its purpose',
        { bytes: 5 * 1024 * 1024 + 1, purpose: 'avatar' },
        413,
        'bodyTooLarge',
      ],
      ['without bytes', { bytes: 0 }, 422, 'invalidInput'],
      ['with a size in words', { bytes: '10' }, 422, 'invalidInput'],
      ['with an operator for a name', { name: { $gt: '' } }, 422, 'invalidInput'],
      ['with a hash that is none', { sha256: 'abc' }, 422, 'invalidInput'],
    ];
    for (const [what, changes, status, code] of cases) {
      it(what, async () => {
        const answer = await worker.startUpload<Problem>({
          name: 'a',
          bytes: 10,
          purpose: 'evidence',
          ...changes,
        });
        assert.deepEqual([answer.status, answer.body.code], [status, code]);
      });
    }

    it('when the announced bytes are over the quota', async () => {
      const five = { name: 'a', bytes: 5 * 1024 * 1024, purpose: 'evidence' };
      for (let n = 0; n < 4; n += 1) assert.equal((await worker.startUpload(five)).status, 201);
      const over = await worker.startUpload<Problem>(five);
      assert.deepEqual([over.status, over.body.code], [413, 'quotaExceeded']);
      assert.equal((await worker.upload<FileView & Problem>(photo)).body.code, 'quotaExceeded');
    });
  });

  it('is one of twenty a person may have under way; one that ended makes room', async () => {
    const small = { name: 'a', bytes: 10, purpose: 'evidence' };
    const open = [];
    for (let n = 0; n < 19; n += 1) open.push((await worker.startUpload(small)).body);
    const two = await Promise.all([
      worker.startUpload<UploadView & Problem>(small),
      worker.startUpload<UploadView & Problem>(small),
    ]);
    assert.deepEqual(two.map(({ status }) => status).sort(), [201, 409]);
    assert.equal(two.find(({ status }) => status === 409)?.body.code, 'tooManyUploads');
    assert.equal(await usage(), 200, 'the refused one takes no quota');
    assert.equal((await app.as(person(2)).startUpload(small)).status, 201);
    await worker.send('DELETE', `/uploads/${open[0]?.id}`);
    assert.equal((await worker.startUpload(small)).status, 201);
  });

  it('needs an offset and plain bytes', async () => {
    const upload = await start();
    const octets = { 'content-type': 'application/octet-stream' };
    const send = (headers: Record<string, string>) =>
      worker.send('PATCH', `/uploads/${upload.id}`, { body: new Uint8Array(photo), headers });
    for (const offset of ['-1', '1e3', '0x1', 'a', '']) {
      const { status, body } = await send({ ...octets, 'upload-offset': offset });
      assert.deepEqual([status, body.fields?.[0]?.path], [422, 'upload-offset'], offset);
    }
    assert.equal((await send(octets)).status, 422);
    assert.equal((await send({ 'content-type': 'text/plain', 'upload-offset': '0' })).status, 415);
  });
});
