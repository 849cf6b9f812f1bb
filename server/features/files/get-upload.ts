import type { UploadView } from '../../core/contract/files.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { findOwnUpload, uploadView } from './upload.model.ts';
import type { UploadRecord } from './upload.model.ts';

/** Tells a phone that was cut off where to go on. */
export async function getUpload(id: string, ctx: Ctx): Promise<UploadView> {
  return uploadView(await getOwnUpload(id, ctx));
}

/** Somebody else's, an expired or an unknown upload are all not there. */
export async function getOwnUpload(id: string, ctx: Ctx): Promise<UploadRecord> {
  const upload = await findOwnUpload(id, actorUserId(ctx), ctx.now);
  if (upload === null) throw new AppError('notFound');
  return upload;
}
