import type { DeleteFile } from '../../core/contract/files.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { changeUsage } from './file-usage.model.ts';
import { findReadableFile, markFileDeleted } from './file.model.ts';

/** Takes back an own file that no record rests on. The record says when and why; the bytes go with the next sweep unless another record needs them. */
export async function deleteFile(input: DeleteFile & { id: string }, ctx: Ctx): Promise<void> {
  const uploadedBy = actorUserId(ctx);
  await inTransaction(async () => {
    const file = await markFileDeleted({ id: input.id, uploadedBy }, { at: ctx.now, reason: input.reason });
    if (file === null) {
      const held = await findReadableFile(input.id, { uploadedBy });
      throw new AppError(held === null ? 'notFound' : 'fileInUse');
    }
    await changeUsage(uploadedBy, -file.bytes, 0);
    // The reason is a person's own words, so it stays in the record and out of the chain.
    const facts = { sha256: file.sha256, bytes: file.bytes, purpose: file.purpose };
    await appendEvent(
      { subject: `file:${input.id}`, areaCode: file.areaCode, action: 'file.deleted', facts },
      ctx,
    );
  });
}
