import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { FileView } from '../../core/contract/files.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { changeUsage } from './file-usage.model.ts';
import { fileView, findReadableFile } from './file.model.ts';
import { assertRoom, tmpPath } from './files-setup.ts';
import { getOwnUpload } from './get-upload.ts';
import { orSetBack } from './mend-upload.ts';
import { storeFile } from './store-file.ts';
import { markUploadFinished, removeUpload } from './upload.model.ts';
import type { UploadRecord } from './upload.model.ts';
import { receivedBytes, removePieces } from './upload-pieces.ts';

/** What the same bytes meet again however often they are sent. */
const REFUSED: readonly string[] = ['fileBroken', 'fileTypeRefused', 'workbookRefused'];

/**
 * The last piece is there: the same checks as for a file sent at once. Asking again gives the same answer. What the
 * checks refuse is dropped, because sending the same bytes again would not help.
 */
export async function finishUpload(id: string, ctx: Ctx): Promise<FileView> {
  const upload = await getOwnUpload(id, ctx);
  if (upload.state === 'finished') return finishedFile(upload);
  if (upload.offset !== upload.bytes) throw new AppError('uploadOffset', { offset: upload.offset });
  await assertRoom(upload.bytes);
  // Open as long as it is looked at; the store seals it anew, under the name of what it says.
  const path = tmpPath();
  try {
    await orSetBack(upload, () =>
      pipeline(receivedBytes(upload), createWriteStream(path, { flags: 'wx', mode: 0o600 })),
    );
    const view = await storeFile({ ...upload, path }, ctx, {
      reserved: upload.bytes,
      record: async (file) => {
        if (!(await markUploadFinished(upload._id, file.id))) throw new AppError('conflict');
      },
    });
    await removePieces(upload);
    return view;
  } catch (error) {
    const code = error instanceof AppError ? error.code : undefined;
    if (code === 'conflict') return finishedFile(await getOwnUpload(id, ctx));
    if (code !== undefined && REFUSED.includes(code)) await dropUpload(upload);
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

async function finishedFile(upload: UploadRecord): Promise<FileView> {
  const file = await findReadableFile(upload.fileId ?? '', { uploadedBy: upload.uploadedBy });
  if (file === null) throw new AppError('notFound');
  return fileView(file);
}

/** Gives the reserved bytes back with the record; its pieces go last, so a crash leaves it to the sweep. */
export async function dropUpload(upload: UploadRecord): Promise<void> {
  await inTransaction(async () => {
    const removed = await removeUpload(upload._id);
    if (removed?.state === 'open') await changeUsage(upload.uploadedBy, -upload.bytes, 0);
  });
  await removePieces(upload);
}
