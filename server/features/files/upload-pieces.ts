import { randomUUID } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  currentFileKeys,
  isMissing,
  readSealed,
  sealStateAt,
  StoredFileError,
  syncFolder,
  writeSealed,
} from '../../platform/files/index.ts';
import { filesSetup } from './files-setup.ts';
import type { UploadPiece, UploadRecord } from './upload.model.ts';

/**
 * What has arrived of an upload: each piece a sealed file of its own, in a folder of the upload. None is ever written
 * again, so two requests at once cannot spoil each other's; the record lists those that count.
 */
type Upload = Pick<UploadRecord, '_id' | 'offset' | 'pieces'>;

const folderOf = ({ _id }: Pick<Upload, '_id'>): string => join(filesSetup().piecesFolder, String(_id));
const pathOf = (upload: Upload, { file }: Pick<UploadPiece, 'file'>): string => join(folderOf(upload), file);
/** What a piece is bound to: no other, of this upload or another, opens in its place. */
const boundName = ({ _id }: Upload, from: number): string => `upload ${String(_id)} from ${from}`;

/** A piece that is not there or does not open; whoever sends it again from here makes the upload whole. */
export class PieceLost extends Error {
  override readonly name = 'PieceLost';
  readonly from: number;

  constructor(from: number) {
    super(`The piece of an upload from byte ${from} on does not open`);
    this.from = from;
  }
}

/** Seals what follows on the last piece and flushes it; it counts once the record lists it. */
export async function writePiece(
  upload: Upload,
  from: number,
  bytes: AsyncIterable<Uint8Array>,
): Promise<string> {
  const file = randomUUID();
  try {
    await writeSealed(bytes, pathOf(upload, { file }), currentFileKeys(), boundName(upload, from));
    await syncFolder(folderOf(upload));
    await syncFolder(filesSetup().piecesFolder);
    return file;
  } catch (error) {
    await removePiece(upload, file);
    throw error;
  }
}

export const removePiece = (upload: Upload, file: string): Promise<void> =>
  rm(pathOf(upload, { file }), { force: true });

export const removePieces = (upload: Pick<Upload, '_id'>): Promise<void> =>
  rm(folderOf(upload), { recursive: true, force: true });

/** The bytes that arrived, from a position on; throws PieceLost where one does not open. */
export async function* receivedBytes(upload: Upload, start = 0): AsyncGenerator<Buffer> {
  let end = 0;
  for (const piece of upload.pieces ?? []) {
    end = piece.from + piece.bytes;
    if (end <= start) continue;
    let skip = Math.max(0, start - piece.from);
    try {
      for await (const bytes of readSealed(
        pathOf(upload, piece),
        currentFileKeys(),
        boundName(upload, piece.from),
      )) {
        if (bytes.length > skip) yield bytes.subarray(skip);
        skip = Math.max(0, skip - bytes.length);
      }
    } catch (error) {
      throw error instanceof StoredFileError || isMissing(error) ? new PieceLost(piece.from) : error;
    }
  }
  if (end < upload.offset) throw new PieceLost(end);
}

/** Throws PieceLost when the last piece, behind which the next would lie, is not on this disk. */
export async function assertLastPiece(upload: Upload): Promise<void> {
  const last = upload.pieces?.at(-1);
  const end = last === undefined ? 0 : last.from + last.bytes;
  if (end !== upload.offset) throw new PieceLost(Math.min(end, upload.offset));
  if (last === undefined) return;
  if ((await stat(pathOf(upload, last)).catch(() => null)) === null) throw new PieceLost(last.from);
}

/** Is one of them sealed with another key than the active one? */
export async function hasOlderSeal(upload: Upload): Promise<boolean> {
  for (const piece of upload.pieces ?? []) {
    if ((await sealStateAt(pathOf(upload, piece), currentFileKeys())) === 'older') return true;
  }
  return false;
}
