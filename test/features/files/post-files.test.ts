import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { Problem } from '../../../server/core/contract/errors.ts';
import type { FileView } from '../../../server/core/contract/files.ts';
import { openFileStore } from '../../../server/platform/files/index.ts';
import { eventually } from '../../support/eventually.ts';
import { useStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { person, startFilesApp } from './files-app.ts';
import type { FilesApp, FilesClient } from './files-app.ts';
import * as sample from './samples.ts';
import { sampleZip, workbookEntries } from './sample-zip.ts';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('POST /files', () => {
  useStore();
  let app: FilesApp;
  let worker: FilesClient;
  beforeEach(async () => {
    app = await startFilesApp();
    worker = app.as(person(1));
  });
  afterEach(() => app.stop());

  const stored = (): string[] => app.filesOnDisk().filter((name) => !name.startsWith('secrets'));
  const records = (): Promise<unknown[]> => mongoose.connection.collection('files').find().toArray();
  const nothingKept = async (): Promise<void> => {
    assert.deepEqual(stored(), []);
    assert.deepEqual(await records(), []);
  };

  it('keeps a photo byte for byte under its hash and answers what it is', async () => {
    const photo = await sample.phoneJpeg();
    const { status, body } = await worker.upload(photo, '工资条.jpg');
    assert.equal(status, 201);
    const { id, uploadedAt, ...rest } = body;
    assert.match(id, /^[0-9a-f]{24}$/);
    assert.equal(uploadedAt, app.clock.now().toISOString());
    assert.deepEqual(rest, {
      sha256: sha256(photo),
      name: '工资条.jpg',
      purpose: 'evidence',
      mime: 'image/jpeg',
      bytes: photo.length,
      width: 300,
      height: 400,
      hasThumbnail: true,
      uploadedBy: person(1),
    });
    const path = stored().find((name) => name.endsWith(body.sha256));
    assert.ok(path);
    assert.ok(!readFileSync(join(app.dataDir, path)).includes(photo.subarray(0, 64)), 'it lies sealed');
    assert.deepEqual(
      stored().filter((name) => name.startsWith('uploads')),
      [],
    );
  });

  it('writes an event about the file, without its name', async () => {
    const { body } = await worker.upload(await sample.jpeg(), '张三欠条.jpg');
    const events = await mongoose.connection.collection('events').find().toArray();
    assert.equal(events.length, 1);
    const [event] = events;
    assert.deepEqual(
      [event?.['subject'], event?.['action'], event?.['areaCode']],
      [`file:${body.id}`, 'file.uploaded', '532601'],
    );
    assert.ok(!JSON.stringify(events).includes('张三'));
  });

  it('gives a path, a reversed name and a false ending a plain name', async () => {
    const cases: [sent: string, kept: string][] = [
      ['../../../etc/passwd.jpg', 'passwd.jpg'],
      ['x\u202Egpj.exe', 'xgpj.jpg'],
      ['照片.png', '照片.jpg'],
    ];
    for (const [sent, kept] of cases)
      assert.equal((await worker.upload(await sample.jpeg(), sent)).body.name, kept);
  });

  it('sent twice, also at the same moment, is one file and counts once', async () => {
    const photo = await sample.jpeg();
    const answers = await Promise.all(Array.from({ length: 4 }, () => worker.upload(photo)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201, 201, 201],
    );
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
    assert.equal((await records()).length, 1);
    assert.equal(await mongoose.connection.collection('events').countDocuments(), 1);
    assert.equal((await mongoose.connection.collection('fileUsage').findOne())?.['bytes'], photo.length);
  });

  it('of the same content by two people is stored once and recorded twice', async () => {
    const photo = await sample.jpeg();
    const [one, two] = [await worker.upload(photo), await app.as(person(2)).upload(photo)];
    assert.notEqual(one.body.id, two.body.id);
    assert.equal(stored().filter((name) => name.includes('content')).length, 1);
    assert.equal((await records()).length, 2);
  });

  it('takes a workbook for the roster and nothing else there', async () => {
    const workbook = await worker.upload(sampleZip(workbookEntries()), '花名册.xlsx', 'rosterWorkbook');
    assert.equal(workbook.status, 201);
    assert.equal(workbook.body.hasThumbnail, false);
    const refused = await worker.upload<Problem>(await sample.jpeg(), '花名册.xlsx', 'rosterWorkbook');
    assert.equal(refused.status, 415);
    assert.equal(refused.body.code, 'fileTypeRefused');
    assert.ok(refused.body.messages.zh.includes('JPEG') && refused.body.next.zh.includes('XLSX'));
  });

  describe('refuses, in words and with nothing kept,', () => {
    const cases: [
      what: string,
      status: number,
      code: string,
      send: () => Promise<{ status: number; body: Problem }>,
    ][] = [
      [
        'text called a photo',
        415,
        'fileTypeRefused',
        () => worker.upload<Problem>('not a photo', 'photo.jpg'),
      ],
      [
        'a page called a photo',
        415,
        'fileTypeRefused',
        () => worker.upload<Problem>('<html><script>1</script>', 'photo.jpg'),
      ],
      [
        'a drawing with script',
        415,
        'fileTypeRefused',
        () => worker.upload<Problem>('<svg onload="alert(1)"/>', 'x.svg'),
      ],
      ['a HEIC photo', 415, 'fileTypeRefused', () => worker.upload<Problem>(sample.heic(), 'IMG_1.HEIC')],
      [
        'a photo that is a zip too',
        415,
        'fileTypeRefused',
        async () =>
          worker.upload<Problem>(Buffer.concat([await sample.jpeg(), sampleZip(workbookEntries())])),
      ],
      [
        'half a photo',
        422,
        'fileBroken',
        async () => worker.upload<Problem>((await sample.noisyJpeg()).subarray(0, 5000)),
      ],
      ['an empty file', 422, 'fileBroken', () => worker.upload<Problem>('')],
      [
        'a zip bomb',
        415,
        'workbookRefused',
        () =>
          worker.upload<Problem>(
            sampleZip([...workbookEntries(), { name: 'xl/a.xml', content: Buffer.alloc(20_000_000) }]),
            'a.xlsx',
            'rosterWorkbook',
          ),
      ],
      [
        'more than the limit',
        413,
        'bodyTooLarge',
        () => worker.upload<Problem>(Buffer.alloc(6 * 1024 * 1024)),
      ],
      [
        'a purpose that does not exist',
        422,
        'invalidInput',
        async () => worker.upload<Problem>(await sample.jpeg(), 'a.jpg', 'world'),
      ],
      [
        'a field that does not exist',
        422,
        'invalidInput',
        async () => worker.upload<Problem>(await sample.jpeg(), 'a.jpg', 'evidence', { owner: 'me' }),
      ],
      [
        'a hash that is not the hash',
        422,
        'fileBroken',
        async () =>
          worker.upload<Problem>(await sample.jpeg(), 'a.jpg', 'evidence', { sha256: '0'.repeat(64) }),
      ],
      [
        'a body that is no form',
        415,
        'wrongContentType',
        () => worker.json('POST', '/files', { purpose: 'evidence' }),
      ],
      [
        'a form without a file',
        422,
        'invalidInput',
        () => {
          const form = new FormData();
          form.set('purpose', 'evidence');
          return worker.send('POST', '/files', { body: form });
        },
      ],
      [
        'two files at once',
        422,
        'invalidInput',
        () => {
          const form = new FormData();
          form.set('purpose', 'evidence');
          form.append('file', new Blob(['a']), 'a');
          form.append('file', new Blob(['b']), 'b');
          return worker.send('POST', '/files', { body: form });
        },
      ],
      [
        'nobody known',
        401,
        'signInRequired',
        async () => app.anonymous().upload<Problem>(await sample.jpeg()),
      ],
    ];
    for (const [what, status, code, send] of cases) {
      it(what, async () => {
        const answer = await send();
        assert.deepEqual([answer.status, answer.body.code], [status, code]);
        assert.ok(answer.body.messages.zh !== '' && answer.body.next.en !== '');
        if (what === 'a hash that is not the hash') assert.deepEqual(await records(), []);
        else await nothingKept();
        assert.equal((await worker.upload(await sample.jpeg())).status, 201);
      });
    }

    it('a form that ends in the middle', async () => {
      const body = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nhalf';
      const answer = await worker.send('POST', '/files', {
        body,
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      });
      assert.deepEqual([answer.status, answer.body.code], [400, 'malformedForm']);
      await nothingKept();
    });

    it('a form without a boundary', async () => {
      const answer = await worker.send('POST', '/files', {
        body: 'x',
        headers: { 'content-type': 'multipart/form-data' },
      });
      assert.deepEqual([answer.status, answer.body.code], [400, 'malformedForm']);
    });

    it('a connection that is cut while the file arrives', async () => {
      const socket = connect(app.port, '127.0.0.1');
      await once(socket, 'connect');
      const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n';
      socket.write(
        `POST /api/files HTTP/1.1\r\nhost: localhost\r\nx-test-actor: ${worker.headers['x-test-actor'] ?? ''}\r\n` +
          `content-type: multipart/form-data; boundary=b\r\ncontent-length: 100000\r\n\r\n${head}${'x'.repeat(5000)}`,
      );
      await eventually('the file is arriving', () =>
        app.filesOnDisk().some((name) => name.startsWith('uploads')),
      );
      socket.destroy();
      await eventually(
        'nothing of it is left',
        () => !app.filesOnDisk().some((name) => name.startsWith('uploads')),
      );
      await nothingKept();
    });
  });

  it('stops at the quota of one person, exactly, while others go on', async () => {
    const photo = await sample.noisyJpeg();
    await app.stop();
    app = await startFilesApp({ uploads: { quotaBytesPerUser: photo.length * 2 } });
    worker = app.as(person(1));
    const send = (n: number) => worker.upload<FileView & Problem>(photo, `${n}.jpg`);
    assert.equal((await send(0)).status, 201);
    const rest = await Promise.all([1, 2, 3].map(send));
    assert.deepEqual(rest.map(({ status }) => status).sort(), [201, 413, 413]);
    assert.ok(rest.every(({ status, body }) => status === 201 || body.code === 'quotaExceeded'));
    assert.equal((await app.as(person(2)).upload(photo)).status, 201);
  });

  it('answers 507 and keeps nothing when the disk is at its floor', async () => {
    await app.stop();
    app = await startFilesApp({ uploads: { minFreeBytes: 1000 }, measureDisk: () => Promise.resolve(900) });
    const answer = await app.as(person(1)).upload<Problem>(await sample.jpeg());
    assert.deepEqual([answer.status, answer.body.code], [507, 'diskFull']);
    await nothingKept();
  });

  it('answers 507 and keeps nothing when the disk fills up while writing, and works again afterwards', async () => {
    const real = openFileStore({ dataDir: temporaryFolder('full') });
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    let isFull = true;
    await app.stop();
    app = await startFilesApp({
      store: { ...real, adopt: (path) => (isFull ? Promise.reject(full) : real.adopt(path)) },
    });
    worker = app.as(person(1));
    const answer = await worker.upload<Problem>(await sample.jpeg());
    assert.deepEqual([answer.status, answer.body.code], [507, 'diskFull']);
    await nothingKept();
    isFull = false;
    assert.equal((await worker.upload(await sample.jpeg())).status, 201);
  });
});
