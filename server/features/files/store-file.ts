import type { FilePurpose, FileView } from '../../core/contract/files.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { cleanFileName } from '../../platform/files/index.ts';
import { inspectContent } from './content/inspect-content.ts';
import { FILE_KINDS, PURPOSE_RULES } from './file-kinds.ts';
import { fileView, findSameFile, insertFile } from './file.model.ts';
import type { NewFile } from './file.model.ts';
import { changeUsage } from './file-usage.model.ts';
import { filesSetup, megabytes } from './files-setup.ts';

export interface ArrivedFile {
  /** A finished local file in the data folder; it belongs to the store afterwards. */
  path: string;
  name: string;
  purpose: FilePurpose;
  /** What the sender says the bytes hash to. */
  sha256?: string;
}

/**
 * Takes a file that has arrived whole: looks at what it really is, makes its bytes durable, then records it. The
 * record is written last, so whatever is acknowledged is on disk, and a crash in between leaves only bytes for the
 * sweep. The same file from the same person again is the record that is there already. `alsoRecord` joins the
 * transaction; `reserved` bytes were counted against the quota before.
 */
export async function storeFile(
  arrived: ArrivedFile,
  ctx: Ctx,
  also: { reserved: number; record: (view: FileView) => Promise<void> } = {
    reserved: 0,
    record: async () => {},
  },
): Promise<FileView> {
  const { store } = filesSetup();
  const { kind, bytes, picture } = await inspectContent(arrived.path, arrived.purpose);
  const limit = maxBytesOf(arrived.purpose);
  if (bytes > limit) throw new AppError('bodyTooLarge', { limit: megabytes(limit) });
  const stored = await store.adopt(arrived.path);
  if (arrived.sha256 !== undefined && arrived.sha256 !== stored.sha256)
    throw new AppError('fileBroken', { why: 'SHA-256', whyEn: 'SHA-256' });
  if (picture !== undefined) await store.putThumbnail(stored.sha256, picture.thumbnail);
  const file: NewFile = {
    ...stored,
    name: cleanFileName(arrived.name, { extensions: FILE_KINDS[kind].extensions }),
    purpose: arrived.purpose,
    mime: FILE_KINDS[kind].mime,
    ...(picture === undefined ? {} : { width: picture.width, height: picture.height }),
    hasThumbnail: picture !== undefined,
    areaCode: ctx.grants[0]?.areaCode ?? filesSetup().regionCode,
    uploadedBy: actorUserId(ctx),
    uploadedAt: ctx.now,
  };
  return inTransaction(() => recordFile(file, ctx, also));
}

async function recordFile(
  file: NewFile,
  ctx: Ctx,
  also: { reserved: number; record: (view: FileView) => Promise<void> },
): Promise<FileView> {
  const { uploadedBy, purpose, sha256, name, bytes, mime, areaCode } = file;
  const quota = filesSetup().uploads.quotaBytesPerUser;
  const same = await findSameFile({ uploadedBy, purpose, sha256, name });
  const extra = (same === null ? bytes : 0) - also.reserved;
  if (extra !== 0 && !(await changeUsage(uploadedBy, extra, quota))) {
    throw new AppError('quotaExceeded', { limit: megabytes(quota) });
  }
  const view = fileView(same ?? (await insertFile(file)));
  if (same === null) {
    const facts = { sha256, bytes, mime, purpose };
    await appendEvent({ subject: `file:${view.id}`, areaCode, action: 'file.uploaded', facts }, ctx);
  }
  await also.record(view);
  return view;
}

export const maxBytesOf = (purpose: FilePurpose): number =>
  Math.min(PURPOSE_RULES[purpose].maxBytes, filesSetup().uploads.maxFileBytes);
