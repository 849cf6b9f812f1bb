import type { Request, Response } from 'express';
import type { CaseFileVolume } from '../../core/contract/archive.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { getCaseRecord, recordCaseEvent } from '../cases/index.ts';
import { sendFile, storedFiles } from '../files/index.ts';
import { asMaker, getFileRecord, mayReadInner } from './case-file-reach.ts';

/** The frozen bytes of a volume; who took them stands in the chain of the case. An inner volume not his to read is not there. */
export async function sendVolume(
  id: string,
  volume: CaseFileVolume,
  ctx: Ctx,
  req: Request,
  res: Response,
): Promise<void> {
  const file = await getFileRecord(id, asMaker(ctx));
  const record = await getCaseRecord(file.caseId, ctx);
  if (volume === 'inner' && !mayReadInner(file, record, ctx)) throw new AppError('notFound');
  const stored = file[volume];
  if (stored === undefined)
    throw volume === 'main' ? new AppError('conflict', { state: file.state }) : new AppError('notFound');
  const [bytes] = await storedFiles([stored.fileId]);
  if (bytes === undefined) throw new AppError('conflict', { state: file.state });
  // A reader of pages asks for one stretch after the other: he is written down once.
  const range = req.get('range');
  if (req.method !== 'HEAD' && (range === undefined || range.startsWith('bytes=0-')))
    await inTransaction(() =>
      recordCaseEvent(record, 'caseFileTaken', { caseFileId: id, volume, sha256: stored.sha256 }, ctx),
    );
  await sendFile(bytes, req, res);
}
