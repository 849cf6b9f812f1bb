import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import sharp from 'sharp';
import request from 'supertest';
import type { Problem } from '../../../server/core/contract/errors.ts';
import type { FileView } from '../../../server/core/contract/files.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import type { Role } from '../../../server/core/contract/roles.ts';
import { registerFileReader } from '../../../server/features/files/index.ts';
import { useStore } from '../../support/store.ts';
import { person, startFilesApp } from './files-app.ts';
import type { FilesApp, FilesClient } from './files-app.ts';
import * as sample from './samples.ts';
import { sampleZip, wordEntries } from './sample-zip.ts';

/** Files somebody else's record refers to: set by the tests below. */
const attached = new Map<string, string>();
registerFileReader('document', async (fileId, ctx) => {
  const reader = attached.get(fileId);
  return ctx.actor.kind === 'user' && ctx.actor.userId === reader;
});

describe('GET /files/:id', () => {
  useStore();
  let app: FilesApp;
  let worker: FilesClient;
  let photo: Buffer;
  let file: FileView;
  before(async () => {
    app = await startFilesApp();
  });
  after(() => app.stop());
  beforeEach(async () => {
    worker = app.as(person(1));
    photo = await sample.phoneJpeg();
    file = (await worker.upload(photo, '欠条.jpg')).body;
  });

  it('gives the uploader the very bytes, under headers that let a browser run nothing', async () => {
    const res = await worker.fetch('GET', `/files/${file.id}`);
    assert.equal(res.status, 200);
    assert.deepEqual(Buffer.from(await res.arrayBuffer()), photo);
    const { headers } = res;
    assert.equal(headers.get('content-type'), 'image/jpeg');
    assert.equal(headers.get('content-length'), String(photo.length));
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/);
    assert.match(headers.get('cache-control') ?? '', /private, no-cache/);
    assert.equal(headers.get('etag'), `"${file.sha256}"`);
    assert.equal(
      headers.get('content-disposition'),
      `inline; filename="__.jpg"; filename*=UTF-8''${encodeURIComponent('欠条.jpg')}`,
    );
  });

  it('has documents saved, never opened in place', async () => {
    const { body } = await worker.upload(sampleZip(wordEntries()), '合同.docx', 'document');
    const res = await worker.fetch('GET', `/files/${body.id}`);
    await res.arrayBuffer();
    assert.match(res.headers.get('content-disposition') ?? '', /^attachment; /);
  });

  it('says when nothing has changed', async () => {
    // fetch would add cache-control: no-cache to such a request.
    const res = await request(app.url)
      .get(`/files/${file.id}`)
      .set({ ...worker.headers, 'if-none-match': `"${file.sha256}"` });
    assert.equal(res.status, 304);
    assert.equal(Number(res.headers['content-length'] ?? 0), 0);
  });

  it('answers HEAD with the length alone', async () => {
    const res = await worker.fetch('HEAD', `/files/${file.id}`);
    assert.deepEqual([res.status, res.headers.get('content-length')], [200, String(photo.length)]);
  });

  describe('gives parts of a recording', () => {
    const sound = sample.wav(956); // 1,000 bytes with its head
    let url: string;
    beforeEach(async () => {
      url = `/files/${(await worker.upload(sound, '录音.wav')).body.id}`;
    });
    const ranges: [asked: string, status: number, contentRange: string | null, from: number, to: number][] = [
      ['bytes=0-99', 206, 'bytes 0-99/1000', 0, 100],
      ['bytes=900-', 206, 'bytes 900-999/1000', 900, 1000],
      ['bytes=-10', 206, 'bytes 990-999/1000', 990, 1000],
      ['bytes=990-5000', 206, 'bytes 990-999/1000', 990, 1000],
      ['bytes=-5000', 206, 'bytes 0-999/1000', 0, 1000],
      ['bytes=1000-', 416, 'bytes */1000', 0, 0],
      ['bytes=-0', 416, 'bytes */1000', 0, 0],
      ['bytes=5-1', 200, null, 0, 1000],
      ['bytes=0-1,5-6', 200, null, 0, 1000],
      ['lines=1-2', 200, null, 0, 1000],
    ];
    for (const [asked, status, contentRange, from, to] of ranges) {
      it(`asked for as ${asked}: ${status}`, async () => {
        const res = await worker.fetch('GET', url, { headers: { range: asked } });
        assert.equal(res.status, status);
        assert.equal(res.headers.get('content-range'), contentRange);
        assert.deepEqual(Buffer.from(await res.arrayBuffer()), sound.subarray(from, to));
      });
    }

    it('only of the version the player already has', async () => {
      const headers = { range: 'bytes=0-9', 'if-range': '"another"' };
      const res = await worker.fetch('GET', url, { headers });
      assert.equal((await res.arrayBuffer()).byteLength, 1000);
      assert.equal(res.status, 200);
    });
  });

  describe('is there for', () => {
    const readers: [role: Role, areaCode: string, status: number][] = [
      ['inspector', '532601', 200],
      ['inspector', '532600', 200],
      ['bureauHead', '53', 200],
      ['clerk', '5326', 200],
      ['inspector', '532602', 404],
      ['inspector', '532601100', 404],
      ['gridOfficer', '532601', 404],
      ['contractor', '532601', 404],
      ['worker', '532601', 404],
      ['bank', '532601', 404],
      ['auditor', '532601', 404],
      ['admin', '53', 404],
    ];
    for (const [role, areaCode, status] of readers) {
      it(`evidence of 532601 read as ${role} of ${areaCode}: ${status}`, async () => {
        for (const path of [`/files/${file.id}`, `/files/${file.id}/thumbnail`]) {
          const res = await app.as(person(9), role, areaCode).fetch('GET', path);
          await res.arrayBuffer();
          assert.equal(res.status, status);
        }
      });
    }

    it('whoever a feature opened it to, and nobody else', async () => {
      const { body } = await worker.upload(sample.pdf(), '合同.pdf', 'document');
      attached.set(body.id, person(5));
      assert.equal((await app.as(person(5)).fetch('GET', `/files/${body.id}`)).status, 200);
      assert.equal((await app.as(person(6)).fetch('GET', `/files/${body.id}`)).status, 404);
      // The reader of documents says nothing about evidence.
      attached.set(file.id, person(5));
      assert.equal((await app.as(person(5)).fetch('GET', `/files/${file.id}`)).status, 404);
    });

    it('nobody who is not signed in', async () => {
      assert.equal((await app.anonymous().fetch('GET', `/files/${file.id}`)).status, 401);
    });
  });

  it('answers an id that cannot be, or is not there, alike', async () => {
    for (const id of ['..%2f..%2fetc%2fpasswd', 'x', person(77), '%00', '{"$gt":""}']) {
      const answer = await worker.send('GET', `/files/${id}`);
      assert.deepEqual([answer.status, answer.body.code], [404, 'notFound'], id);
    }
  });

  it('is an error, and no half answer, when the bytes are gone from the disk', async () => {
    await mongoose.connection.collection('files').updateMany({}, { $set: { sha256: 'f'.repeat(64) } });
    const answer = await worker.send('GET', `/files/${file.id}`);
    assert.deepEqual([answer.status, answer.body.code], [500, 'internal']);
    assert.equal(answer.headers.get('content-disposition'), null);
  });

  describe('/thumbnail', () => {
    it('is a small WebP without the photo’s own data', async () => {
      const res = await worker.fetch('GET', `/files/${file.id}/thumbnail`);
      assert.equal(res.headers.get('content-type'), 'image/webp');
      const { format, exif } = await sharp(Buffer.from(await res.arrayBuffer())).metadata();
      assert.deepEqual([format, exif], ['webp', undefined]);
    });

    it('is drawn again when it was lost', async () => {
      const { rm } = await import('node:fs/promises');
      await rm(`${app.dataDir}/files/thumbnail`, { recursive: true });
      const res = await worker.fetch('GET', `/files/${file.id}/thumbnail`);
      assert.equal(res.status, 200);
      assert.equal((await sharp(Buffer.from(await res.arrayBuffer())).metadata()).format, 'webp');
    });

    it('is not there for a recording', async () => {
      const { body } = await worker.upload(sample.wav(), '录音.wav');
      assert.equal((await worker.fetch('GET', `/files/${body.id}/thumbnail`)).status, 404);
    });
  });
});

describe('The list of own files', () => {
  useStore();
  let app: FilesApp;
  before(async () => {
    app = await startFilesApp();
  });
  after(() => app.stop());

  it('is paged from the newest to the oldest, by purpose, and holds nobody else’s', async () => {
    const [one, two] = [app.as(person(1)), app.as(person(2))];
    for (let n = 0; n < 5; n += 1) await one.upload(await sample.png(10 + n, 10), `${n}.png`);
    await one.upload(sample.pdf(), '合同.pdf', 'document');
    await two.upload(await sample.jpeg());
    const first = await one.send<Page<FileView>>('GET', '/files?purpose=evidence&limit=3');
    assert.deepEqual(
      first.body.items.map((item) => item.name),
      ['4.png', '3.png', '2.png'],
    );
    assert.equal(first.body.total, 5);
    const second = await one.send<Page<FileView>>(
      'GET',
      `/files?purpose=evidence&limit=3&cursor=${first.body.nextCursor}`,
    );
    assert.deepEqual(
      second.body.items.map((item) => item.name),
      ['1.png', '0.png'],
    );
    assert.equal(second.body.nextCursor, null);
  });

  it('refuses a query it does not know', async () => {
    for (const query of ['owner=1', 'purpose=x', 'limit=0', 'cursor[$gt]=', 'cursor=x']) {
      assert.equal((await app.as(person(1)).send('GET', `/files?${query}`)).status, 422, query);
    }
  });
});

describe('DELETE /files/:id', () => {
  useStore();
  let app: FilesApp;
  before(async () => {
    app = await startFilesApp();
  });
  after(() => app.stop());

  it('takes an own file back with a reason, gives its quota back and says so in the chain', async () => {
    const worker = app.as(person(1));
    const { body } = await worker.upload(await sample.jpeg());
    const done = await worker.json('DELETE', `/files/${body.id}`, { reason: '拍错了' });
    assert.equal(done.status, 204);
    assert.equal((await worker.fetch('GET', `/files/${body.id}`)).status, 404);
    assert.equal((await worker.send<Page<FileView>>('GET', '/files')).body.total, 0);
    const record = await mongoose.connection.collection('files').findOne();
    assert.deepEqual([record?.['state'], record?.['deletedReason']], ['deleted', '拍错了']);
    assert.equal((await mongoose.connection.collection('fileUsage').findOne())?.['bytes'], 0);
    const actions = (await mongoose.connection.collection('events').find().sort({ seq: 1 }).toArray()).map(
      (e) => e['action'],
    );
    assert.deepEqual(actions, ['file.uploaded', 'file.deleted']);
    // The same photo may come again, as a new file.
    const again = await worker.upload(await sample.jpeg());
    assert.equal(again.status, 201);
    assert.notEqual(again.body.id, body.id);
  });

  it('needs a reason and an own file', async () => {
    const worker = app.as(person(1));
    const { body } = await worker.upload(await sample.jpeg());
    const without = await worker.json<Problem>('DELETE', `/files/${body.id}`, {});
    assert.deepEqual([without.status, without.body.fields?.[0]?.path], [422, 'reason']);
    for (const other of [app.as(person(2)), app.as(person(3), 'inspector', '53')]) {
      assert.equal((await other.json('DELETE', `/files/${body.id}`, { reason: 'x' })).status, 404);
    }
    assert.equal((await worker.fetch('GET', `/files/${body.id}`)).status, 200);
  });
});
