import { Buffer } from 'node:buffer';
import type { Request, Response } from 'express';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { FileRecord } from '../files/index.ts';
import { sendFile, sendThumbnail, storedBytes, storedFiles } from '../files/index.ts';
import type { Reached } from './evidence-reach.ts';
import { getPiece } from './evidence-reach.ts';
import { noteSeen } from './keep-custody.ts';
import { isPicture, pictureFacts } from './picture-facts.ts';
import { shownPicture } from './redact-picture.ts';

const QUIET = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' } as const;

async function fileOf({ piece }: Reached): Promise<FileRecord | undefined> {
  return piece.fileId === undefined ? undefined : (await storedFiles([piece.fileId]))[0];
}

/** Small, drawn without a picture's own data; nobody is written down for it. */
export async function showThumbnail(id: string, ctx: Ctx, req: Request, res: Response): Promise<void> {
  const file = await fileOf(await getPiece(id, ctx));
  if (file?.hasThumbnail !== true) throw new AppError('notFound');
  await sendThumbnail(file, req, res);
}

/** In full size to look at: a picture without its own time and place, everything else as it is; who looked is noted. */
export async function showEvidence(id: string, ctx: Ctx, req: Request, res: Response): Promise<void> {
  const reached = await getPiece(id, ctx);
  const file = await fileOf(reached);
  await noteSeen(reached.piece, reached.record, ctx);
  if (file === undefined) return sendFrozen(reached, res);
  if (!isPicture(file.mime)) return sendFile(file, req, res);
  res
    .set({ ...QUIET, 'content-type': 'image/jpeg' })
    .send(await shownPicture(await storedBytes(file.sha256)));
}

/** The bytes as they came. A picture that tells where and when it was taken is given so to the case team alone. */
export async function sendOriginal(id: string, ctx: Ctx, req: Request, res: Response): Promise<void> {
  const reached = await getPiece(id, ctx);
  const file = await fileOf(reached);
  if (file !== undefined && isPicture(file.mime) && !reached.isTeam) {
    if ((await pictureFacts(await storedBytes(file.sha256))) !== undefined) throw new AppError('forbidden');
  }
  await noteSeen(reached.piece, reached.record, ctx);
  if (file === undefined) return sendFrozen(reached, res);
  await sendFile(file, req, res);
}

function sendFrozen({ piece }: Reached, res: Response): void {
  res
    .set({ ...QUIET, 'content-type': 'application/json; charset=utf-8' })
    .send(Buffer.from(piece.frozen ?? '', 'utf8'));
}
