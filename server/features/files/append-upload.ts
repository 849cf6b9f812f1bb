import type { Readable } from 'node:stream';
import type { UploadView } from '../../core/contract/files.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { isMissing } from '../../platform/files/index.ts';
import { assertRoom, megabytes } from './files-setup.ts';
import { getOwnUpload } from './get-upload.ts';
import { mergePieces, orSetBack } from './mend-upload.ts';
import { advanceUpload, uploadView } from './upload.model.ts';
import type { UploadRecord } from './upload.model.ts';
import { assertLastPiece, receivedBytes, removePiece, writePiece } from './upload-pieces.ts';

/** A record lists no more; behind so many they are laid together, so that tiny pieces cannot make it grow. */
const MOST_PIECES = 1_000;

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
  return orSetBack(upload, async () => {
    if (piece.offset < upload.offset) {
      if (!(await isRepeat(piece, upload))) throw wrongOffset(upload);
      return uploadView(upload);
    }
    await assertRoom(upload.bytes - upload.offset);
    await assertLastPiece(upload);
    const isFull = (upload.pieces?.length ?? 0) >= MOST_PIECES;
    return write(piece.body, isFull ? await mergePieces(upload) : upload, ctx);
  });
}

/** A request that is not read to its end must still get its answer, so leaving the loop must not cut it. */
const chunksOf = (body: Readable): AsyncIterableIterator<Buffer> => body.iterator({ destroyOnReturn: false });

async function write(body: Readable, upload: UploadRecord, ctx: Ctx): Promise<UploadView> {
  let at = upload.offset;
  let fault: unknown;
  async function* arriving(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of chunksOf(body)) {
        if (at + chunk.length > upload.bytes)
          throw new AppError('bodyTooLarge', { limit: megabytes(upload.bytes) });
        at += chunk.length;
        yield chunk;
      }
    } catch (error) {
      fault = error;
    }
  }
  const file = await writePiece(upload, upload.offset, arriving()).catch(async (error: unknown) => {
    // Finished or given up while this was written: its folder is gone.
    if (isMissing(error)) throw wrongOffset(await getOwnUpload(String(upload._id), ctx));
    throw error;
  });
  const counts = at > upload.offset && !(fault instanceof AppError);
  const piece = { from: upload.offset, bytes: at - upload.offset, file };
  const isListed = counts && (await advanceUpload(upload._id, piece));
  if (!isListed) await removePiece(upload, file);
  if (counts && !isListed) throw wrongOffset(await getOwnUpload(String(upload._id), ctx));
  if (fault instanceof AppError) throw fault;
  if (fault !== undefined) throw body.readableAborted ? new AppError('requestTimeout') : fault;
  return uploadView({ ...upload, offset: at });
}

async function isRepeat(piece: { offset: number; body: Readable }, upload: UploadRecord): Promise<boolean> {
  const stored = receivedBytes(upload, piece.offset);
  let held: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of chunksOf(piece.body)) {
      while (held.length < chunk.length) {
        const next = await stored.next();
        if (next.done === true) return false;
        held = Buffer.concat([held, next.value]);
      }
      if (!held.subarray(0, chunk.length).equals(chunk)) return false;
      held = held.subarray(chunk.length);
    }
    return true;
  } finally {
    await stored.return(undefined);
  }
}
