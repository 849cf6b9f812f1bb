import { readdir } from 'node:fs/promises';
import { AppError } from '../../platform/app-error.ts';
import { filesSetup } from './files-setup.ts';
import { findOpenUpload, replacePieces, setBackUpload } from './upload.model.ts';
import type { UploadRecord } from './upload.model.ts';
import { hasOlderSeal, PieceLost, receivedBytes, removePiece, writePiece } from './upload-pieces.ts';

/**
 * A piece that a broken disk, another machine or a lost key took away is asked for again: the upload goes back to where
 * it begins, and whoever sends is told that place. Never throws anything but an AppError for a lost piece.
 */
export async function orSetBack<Result>(upload: UploadRecord, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PieceLost)) throw error;
    if (await setBackUpload(upload, error.from)) throw new AppError('uploadOffset', { offset: error.from });
    const now = await findOpenUpload(upload._id);
    // Finished or given up by another request meanwhile.
    if (now === null) throw new AppError('conflict');
    throw new AppError('uploadOffset', { offset: now.offset });
  }
}

/** Lays all pieces together into one, sealed with the active key. */
export async function mergePieces(upload: UploadRecord): Promise<UploadRecord> {
  const file = await writePiece(upload, 0, receivedBytes(upload));
  const pieces = [{ from: 0, bytes: upload.offset, file }];
  if (!(await replacePieces(upload, pieces))) {
    await removePiece(upload, file);
    throw new AppError('uploadOffset', { offset: (await findOpenUpload(upload._id))?.offset ?? 0 });
  }
  for (const old of upload.pieces ?? []) await removePiece(upload, old.file);
  return { ...upload, pieces };
}

const UPLOAD_ID = /^[0-9a-f]{24}$/u;

/** Seals anew the uploads under way of which a piece is sealed with an older key: at most `limit` of them. */
export async function resealUploads(limit: number): Promise<{ resealed: number; left: number }> {
  const counts = { resealed: 0, left: 0 };
  for (const id of await readdir(filesSetup().piecesFolder)) {
    const upload = UPLOAD_ID.test(id) ? await findOpenUpload(id) : null;
    if (upload === null || !(await hasOlderSeal(upload))) continue;
    if (counts.resealed >= limit) {
      counts.left += 1;
      continue;
    }
    try {
      await orSetBack(upload, () => mergePieces(upload));
    } catch (error) {
      // Whoever sends it was quicker, or has to send a piece again: none that matters is under the old key.
      if (!(error instanceof AppError)) throw error;
    }
    counts.resealed += 1;
  }
  return counts;
}
