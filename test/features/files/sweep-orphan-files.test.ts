import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { configureFiles, sweepOrphanFiles } from '../../../server/features/files/index.ts';
import { useStore } from '../../support/store.ts';
import { person, startFilesApp } from './files-app.ts';
import type { FilesApp, FilesClient } from './files-app.ts';
import * as sample from './samples.ts';

const HOUR = 3_600_000;

describe('The sweep of orphan files', () => {
  useStore();
  let app: FilesApp;
  let worker: FilesClient;
  beforeEach(async () => {
    app = await startFilesApp();
    worker = app.as(person(1));
  });
  afterEach(() => app.stop());

  /** By the disk's own clock, which dates what lies on it. */
  const later = (hours: number): { now: Date } => ({
    now: new Date(statSync(app.dataDir).birthtimeMs + hours * HOUR),
  });
  const contents = (): string[] =>
    app.filesOnDisk().filter((name) => name.startsWith(join('files', 'content')));

  it('leaves everything that is needed or young', async () => {
    await worker.upload(await sample.jpeg());
    const { body: upload } = await worker.startUpload({ name: 'a', bytes: 100, purpose: 'evidence' });
    await worker.patch(upload.id, 0, Buffer.alloc(10));
    await writeFile(join(app.dataDir, 'uploads', 'tmp', 'arriving'), 'x');
    const before = app.filesOnDisk().sort();
    assert.deepEqual(await sweepOrphanFiles(later(0.5)), {
      expiredUploads: 0,
      tmpFiles: 0,
      lostParts: 0,
      tidied: 0,
      contents: 0,
      bytes: 0,
    });
    assert.deepEqual(app.filesOnDisk().sort(), before);
    // A day on, the open upload and the recorded photo are still needed.
    await sweepOrphanFiles(later(30));
    assert.equal(contents().length, 1);
    assert.ok(existsSync(join(app.dataDir, 'uploads', 'pieces', upload.id)));
  });

  it('removes bytes an hour after a crash left them without a record', async () => {
    const photo = await sample.jpeg();
    await worker.upload(photo);
    await mongoose.connection.collection('files').deleteMany({});
    assert.equal((await sweepOrphanFiles(later(0.9)))['contents'], 0);
    const lies = statSync(join(app.dataDir, contents()[0] ?? '')).size;
    const counts = await sweepOrphanFiles(later(1.1));
    assert.deepEqual([counts['contents'], counts['bytes']], [1, lies]);
    assert.deepEqual(app.filesOnDisk(), []);
    assert.equal((await sweepOrphanFiles(later(1.1)))['contents'], 0);
  });

  it('removes the bytes of deleted files only when the last record is gone', async () => {
    const photo = await sample.jpeg();
    const [one, two] = [worker, app.as(person(2))];
    const files = [(await one.upload(photo)).body, (await two.upload(photo)).body];
    await one.json('DELETE', `/files/${files[0]?.id}`, { reason: '重复' });
    assert.equal((await sweepOrphanFiles(later(2)))['contents'], 0);
    assert.equal((await two.fetch('GET', `/files/${files[1]?.id}`)).status, 200);
    await two.json('DELETE', `/files/${files[1]?.id}`, { reason: '重复' });
    assert.equal((await sweepOrphanFiles(later(2)))['contents'], 1);
    assert.deepEqual(contents(), []);
  });

  it('removes expired uploads and gives back the quota they held', async () => {
    const { body: upload } = await worker.startUpload({ name: 'a', bytes: 100, purpose: 'evidence' });
    await worker.patch(upload.id, 0, Buffer.alloc(10));
    assert.equal((await sweepOrphanFiles(later(47)))['expiredUploads'], 0);
    assert.equal((await sweepOrphanFiles(later(49)))['expiredUploads'], 1);
    assert.equal((await mongoose.connection.collection('fileUsage').findOne())?.['bytes'], 0);
    assert.deepEqual(app.filesOnDisk(), []);
    assert.equal(await mongoose.connection.collection('uploads').countDocuments(), 0);
  });

  it('forgets a finished upload without touching its file or its quota', async () => {
    const photo = await sample.jpeg();
    const { body: upload } = await worker.startUpload({
      name: 'a.jpg',
      bytes: photo.length,
      purpose: 'evidence',
    });
    await worker.patch(upload.id, 0, photo);
    const { body: file } = await worker.finish(upload.id);
    await sweepOrphanFiles(later(49));
    assert.equal(await mongoose.connection.collection('uploads').countDocuments(), 0);
    assert.equal((await worker.fetch('GET', `/files/${file.id}`)).status, 200);
    assert.equal((await mongoose.connection.collection('fileUsage').findOne())?.['bytes'], photo.length);
  });

  it('removes what arrived a day ago and was never taken', async () => {
    const dayAgo = new Date(app.clock.now().getTime() - 25 * HOUR);
    // In `parts` an older version left what it had received, open.
    for (const folder of ['uploads/tmp', 'uploads/pieces', 'uploads/parts', 'files/tmp']) {
      const path = join(app.dataDir, folder, person(5));
      await mkdir(join(app.dataDir, folder), { recursive: true });
      await writeFile(path, 'x');
      await utimes(path, dayAgo, dayAgo);
    }
    const counts = await sweepOrphanFiles(later(0));
    assert.deepEqual([counts['tmpFiles'], counts['lostParts'], counts['tidied']], [1, 2, 1]);
    assert.deepEqual(app.filesOnDisk(), []);
  });

  it('needs no night: what a killed process of this machine was looking at goes when the next one starts', () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const tmp = join(app.dataDir, 'uploads', 'tmp');
    const [left, busy, elsewhere] = [
      `${hostname()}~${dead}~a`,
      `${hostname()}~${process.ppid}~b`,
      `another-host~${dead}~c`,
    ];
    for (const name of [left, busy, elsewhere]) writeFileSync(join(tmp, name), 'x');
    const uploads = { maxFileBytes: 1, quotaBytesPerUser: 1, minFreeBytes: 0 };
    configureFiles({ dataDir: app.dataDir, regionCode: '5326', uploads });
    assert.deepEqual(readdirSync(tmp).sort(), [busy, elsewhere].sort());
  });

  it('run beside uploads of the same content and beside itself loses nothing that was acknowledged', async () => {
    const photo = await sample.jpeg();
    for (let round = 0; round < 6; round += 1) {
      const { body } = await worker.upload(photo);
      await worker.json('DELETE', `/files/${body.id}`, { reason: '重拍' });
      const dayAgo = new Date(app.clock.now().getTime() - 25 * HOUR);
      for (const name of contents()) await utimes(join(app.dataDir, name), dayAgo, dayAgo);
      const [again] = await Promise.all([
        worker.upload(photo),
        sweepOrphanFiles(later(0)),
        sweepOrphanFiles(later(0)),
      ]);
      assert.equal(again.status, 201);
      const res = await worker.fetch('GET', `/files/${again.body.id}`);
      assert.deepEqual(Buffer.from(await res.arrayBuffer()), photo);
      await worker.json('DELETE', `/files/${again.body.id}`, { reason: '重拍' });
    }
  });
});
