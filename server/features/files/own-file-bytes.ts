import type { FilePurpose } from '../../core/contract/files.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { findReadableFile } from './file.model.ts';
import { filesSetup } from './files-setup.ts';

export interface OwnFile {
  sha256: string;
  name: string;
  bytes: Buffer;
}

/** The bytes of a file the actor uploaded for one of these purposes; only for kinds that are small, such as workbooks. */
export async function ownFileBytes(
  fileId: string,
  purposes: readonly FilePurpose[],
  ctx: Ctx,
): Promise<OwnFile> {
  const limits = { uploadedBy: actorUserId(ctx), purpose: { $in: [...purposes] } };
  const file = await findReadableFile(fileId, limits);
  if (file === null) throw new AppError('notFound');
  const found = await filesSetup().store.get(file.sha256);
  if (found === null) throw new Error(`The bytes of file ${fileId} are missing from the store`);
  const chunks: Buffer[] = [];
  for await (const chunk of found.stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return { sha256: file.sha256, name: file.name, bytes: Buffer.concat(chunks) };
}
