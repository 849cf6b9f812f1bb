import type { StartUpload, UploadView } from '../../core/contract/files.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { changeUsage } from './file-usage.model.ts';
import { assertRoom, filesSetup, megabytes } from './files-setup.ts';
import { maxBytesOf } from './store-file.ts';
import { countOpenUploads, insertUpload, uploadView } from './upload.model.ts';

const HOURS_OPEN = 48;
/** More photos than a person picks at once; each open one keeps a file and a record for two days. */
const MOST_OPEN = 20;

/** Announces a file that will arrive in pieces: its size is held against the quota at once, for 48 hours. */
export async function startUpload(input: StartUpload, ctx: Ctx): Promise<UploadView> {
  const limit = maxBytesOf(input.purpose);
  if (input.bytes > limit) throw new AppError('bodyTooLarge', { limit: megabytes(limit) });
  await assertRoom(input.bytes);
  const uploadedBy = actorUserId(ctx);
  const quota = filesSetup().uploads.quotaBytesPerUser;
  return inTransaction(async () => {
    if (!(await changeUsage(uploadedBy, input.bytes, quota))) {
      throw new AppError('quotaExceeded', { limit: megabytes(quota) });
    }
    // Counted after the quota was taken: of two starts at once one is run again and counts the other.
    if ((await countOpenUploads(uploadedBy, ctx.now)) >= MOST_OPEN) {
      throw new AppError('tooManyUploads', { limit: MOST_OPEN });
    }
    const expiresAt = new Date(ctx.now.getTime() + HOURS_OPEN * 3_600_000);
    return uploadView(await insertUpload({ ...input, uploadedBy, expiresAt }));
  });
}
