import mongoose from 'mongoose';
import type { EvidenceView, RedactEvidence } from '../../core/contract/evidence.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { demandNotArchived } from '../cases/index.ts';
import { holdFiles, storeBytes, storedBytes, storedFiles } from '../files/index.ts';
import { holderOf } from './enter-evidence.ts';
import { byOf, getPiece } from './evidence-reach.ts';
import { fingerprintsOfBytes } from './fingerprints.ts';
import { moveEvidence, refuseStale } from './move-evidence.ts';
import { isPicture } from './picture-facts.ts';
import { redactPicture } from './redact-picture.ts';

const MOST_COPIES = 20;

/** Makes a copy of a picture on which parts cannot be read any more; the original stays as it came. */
export async function redactEvidence(
  id: string,
  version: number,
  { boxes, reason }: RedactEvidence,
  ctx: Ctx,
): Promise<EvidenceView> {
  const { piece, record } = await getPiece(id, ctx);
  demandNotArchived(record);
  refuseStale(piece, version);
  const [file] = piece.fileId === undefined ? [] : await storedFiles([piece.fileId]);
  if (file === undefined || !isPicture(file.mime))
    throw wrongField('boxes', '只有图片可以遮盖', 'Only pictures can be covered');
  if (piece.copies.length >= MOST_COPIES) throw new AppError('conflict', { state: 'copies' });
  boxes.forEach(({ left, width, top, height }, at) => {
    if (left + width > 1000 || top + height > 1000)
      throw wrongField(`boxes.${at}`, '遮盖框超出图片', 'The box reaches beyond the picture');
  });
  const bytes = await redactPicture(await storedBytes(file.sha256), boxes);
  const { sha256, sm3 } = await fingerprintsOfBytes(bytes);
  const name = `证据${piece.number}-遮盖${piece.copies.length + 1}.jpg`;
  const stored = await storeBytes(bytes, { name, purpose: 'evidence' }, ctx);
  return moveEvidence(id, version, ctx, async () => {
    await holdFiles([stored.id], holderOf(piece), ctx, piece.isHidden ? { unnamed: true } : {});
    const copy = {
      ...{
        id: String(new mongoose.Types.ObjectId()),
        fileId: stored.id,
        madeOn: ctx.today,
        madeBy: byOf(ctx),
      },
      ...{ redactions: boxes.length, reason, sha256 },
      ...(sm3 === undefined ? {} : { sm3 }),
    };
    return {
      change: { copy },
      action: 'copied',
      note: reason,
      facts: { boxes: boxes.length, copySha256: sha256 },
    };
  });
}
