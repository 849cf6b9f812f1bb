import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { FileView } from '../../../server/core/contract/files.ts';
import { fileHolders, fileViews, holdFiles, sweepOrphanFiles } from '../../../server/features/files/index.ts';
import type { HoldOptions } from '../../../server/features/files/index.ts';
import { AppError } from '../../../server/platform/app-error.ts';
import type { Ctx } from '../../../server/platform/context.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { useStore } from '../../support/store.ts';
import { person, startFilesApp } from './files-app.ts';
import type { FilesApp } from './files-app.ts';
import * as sample from './samples.ts';

const COMPLAINT = `complaint:${person(7)}` as const;
const CASE = `case:${person(8)}` as const;

describe('A file a record rests on', () => {
  useStore();
  let app: FilesApp;
  let photo: FileView;
  beforeEach(async () => {
    app = await startFilesApp();
    photo = (await app.as(person(1)).upload(await sample.jpeg())).body;
  });
  afterEach(() => app.stop());

  const ctxOf = (n: number): Ctx => ({
    ...systemCtx('test', { now: app.clock.now(), today: app.clock.today() }),
    actor: { kind: 'user', userId: person(n), name: 'test', grants: [], sessionId: 's' },
  });
  const hold = (n: number, ids: string[], options?: HoldOptions, ref: `${string}:${string}` = COMPLAINT) =>
    inTransaction(() => holdFiles(ids, ref, ctxOf(n), options));
  const deletion = (n: number, id = photo.id) =>
    app.as(person(n)).json('DELETE', `/files/${id}`, { reason: '传错了' });
  const refusedAt = async (work: Promise<unknown>): Promise<string[]> => {
    const error = await work.then(
      () => assert.fail('it was held'),
      (fault: unknown) => fault,
    );
    assert.ok(error instanceof AppError && error.code === 'invalidInput');
    return (error.fields ?? []).map(({ path }) => path);
  };

  it('cannot be taken back by its uploader and no sweep removes its bytes', async () => {
    assert.deepEqual(await hold(1, [photo.id]), [photo]);
    const refused = await deletion(1);
    assert.deepEqual([refused.status, refused.body.code], [409, 'fileInUse']);
    await sweepOrphanFiles({ now: new Date(app.clock.now().getTime() + 72 * 3_600_000) });
    assert.equal((await app.as(person(1)).fetch('GET', `/files/${photo.id}`)).status, 200);
    assert.equal((await deletion(2)).status, 404, 'a stranger is not told that it is in use');
  });

  it('has the record in its chain of events, once however often it is held', async () => {
    await hold(1, [photo.id]);
    await hold(1, [photo.id, photo.id]);
    const events = await mongoose.connection
      .collection('events')
      .find({ subject: `file:${photo.id}`, action: 'file.held' })
      .toArray();
    assert.deepEqual(
      events.map((event) => event['facts'] as object),
      [{ ref: COMPLAINT }],
    );
  });

  it('may be held by several records; the case takes it over from the complaint', async () => {
    await hold(1, [photo.id]);
    assert.deepEqual(await refusedAt(hold(2, [photo.id], {}, CASE)), ['fileIds.0']);
    await hold(2, [photo.id], { from: [COMPLAINT] }, CASE);
    assert.deepEqual(await fileHolders(photo.id), [COMPLAINT, CASE]);
  });

  it('must be stored, the actor’s own and of the expected purpose; each that is not is named', async () => {
    const own = (await app.as(person(2)).upload(await sample.jpeg())).body;
    const gone = (await app.as(person(2)).upload(await sample.noisyJpeg())).body;
    await deletion(2, gone.id);
    const ids = [own.id, photo.id, gone.id, person(99)];
    assert.deepEqual(await refusedAt(hold(2, ids, { field: 'evidence' })), [
      'evidence.1',
      'evidence.2',
      'evidence.3',
    ]);
    assert.deepEqual(await refusedAt(hold(2, [own.id], { purposes: ['document'] })), ['fileIds.0']);
    assert.deepEqual(await fileHolders(own.id), [], 'nothing is held when one is refused');
    await hold(2, [own.id], { purposes: ['document', 'evidence'] });
  });

  it('is nothing an anonymous reporter can attach', async () => {
    const anonymous: Ctx = { ...ctxOf(1), actor: { kind: 'anonymous' } };
    assert.deepEqual(await refusedAt(inTransaction(() => holdFiles([photo.id], COMPLAINT, anonymous))), [
      'fileIds.0',
    ]);
  });

  it('is either held or deleted when both happen at once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const bytes = await sample.noisyJpeg();
      const { id } = (await app.as(person(3)).upload(bytes)).body;
      const [held, deleted] = await Promise.all([
        hold(3, [id]).then(
          () => true,
          () => false,
        ),
        deletion(3, id).then(({ status }) => status === 204),
      ]);
      assert.notEqual(held, deleted);
      assert.equal((await fileViews([id])).length, held ? 1 : 0);
    }
  });

  it('is no longer open to everybody of its area, only to the readers of that record', async () => {
    const clerk = app.as(person(5), 'clerk', '532601');
    assert.equal((await clerk.fetch('GET', `/files/${photo.id}`)).status, 200);
    await hold(1, [photo.id]);
    assert.equal((await clerk.fetch('GET', `/files/${photo.id}`)).status, 404);
    assert.equal((await app.as(person(1)).fetch('GET', `/files/${photo.id}`)).status, 200);
  });

  it('is shown in the order of the record’s list, without what was deleted', async () => {
    const second = (await app.as(person(1)).upload(await sample.noisyJpeg())).body;
    const gone = (await app.as(person(2)).upload(await sample.jpeg())).body;
    await deletion(2, gone.id);
    assert.deepEqual(await fileViews([second.id, gone.id, photo.id]), [second, photo]);
  });

  it('is not held when the change around it fails', async () => {
    await assert.rejects(
      inTransaction(async () => {
        await holdFiles([photo.id], COMPLAINT, ctxOf(1));
        throw new Error('the complaint could not be saved');
      }),
    );
    assert.equal((await deletion(1)).status, 204);
  });
});
