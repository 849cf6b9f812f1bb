import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { UploadView } from '../../core/contract/files.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { syncFolder } from '../../platform/files/index.ts';
import { assertRoom, filesSetup, megabytes } from './files-setup.ts';
import { getOwnUpload, partPath } from './get-upload.ts';
import { advanceUpload, uploadView } from './upload.model.ts';
import type { UploadRecord } from './upload.model.ts';

const wrongOffset = (upload: UploadRecord): AppError =>
  new AppError('uploadOffset', { offset: upload.offset });

/**
 * Adds a piece at the offset the phone and we agree on. What arrived before a cut counts: it is flushed, then the
 * offset moves. A piece that was stored already (its answer got lost) is compared and acknowledged again.
 */
export async function appendUpload(
  piece: { id: string; offset: number; body: Readable },
  ctx: Ctx,
): Promise<UploadView> {
  const upload = await getOwnUpload(piece.id, ctx);
  if (upload.state !== 'open' || piece.offset > upload.offset) throw wrongOffset(upload);
  if (piece.offset < upload.offset) {
    if (!(await isRepeat(piece, upload))) throw wrongOffset(upload);
    return uploadView(upload);
  }
  await assertRoom(upload.bytes - upload.offset);
  const file = await open(partPath(upload), constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    return await write(file, piece.body, upload, ctx);
  } finally {
    await file.close();
  }
}

/** A request that is not read to its end must still get its answer, so leaving the loop must not cut it. */
const pieces = (body: Readable): AsyncIterableIterator<Buffer> => body.iterator({ destroyOnReturn: false });

/** Bytes are only ever written behind the offset and never cut: two requests at once cannot leave a hole. */
async function write(file: FileHandle, body: Readable, upload: UploadRecord, ctx: Ctx): Promise<UploadView> {
  let at = upload.offset;
  let fault: unknown;
  try {
    for await (const chunk of pieces(body)) {
      if (at + chunk.length > upload.bytes)
        throw new AppError('bodyTooLarge', { limit: megabytes(upload.bytes) });
      // A nearly full disk may take only part of it.
      for (let done = 0; done < chunk.length;) {
        const { bytesWritten } = await file.write(chunk, done, chunk.length - done, at);
        done += bytesWritten;
        at += bytesWritten;
      }
    }
  } catch (error) {
    fault = error;
  }
  if (at > upload.offset && !(fault instanceof AppError)) {
    await file.sync();
    await syncFolder(filesSetup().partsFolder);
    if (!(await advanceUpload(upload._id, upload.offset, at))) {
      throw wrongOffset(await getOwnUpload(String(upload._id), ctx));
    }
  }
  if (fault instanceof AppError) throw fault;
  if (fault !== undefined) throw body.readableAborted ? new AppError('requestTimeout') : fault;
  return uploadView({ ...upload, offset: at });
}

async function isRepeat(piece: { offset: number; body: Readable }, upload: UploadRecord): Promise<boolean> {
  const file = await open(partPath(upload), 'r');
  try {
    let at = piece.offset;
    for await (const chunk of pieces(piece.body)) {
      const stored = Buffer.alloc(chunk.length);
      const { bytesRead } = await file.read(stored, 0, chunk.length, at);
      at += chunk.length;
      if (at > upload.offset || bytesRead !== chunk.length || !stored.equals(chunk)) return false;
    }
    return true;
  } finally {
    await file.close();
  }
}
