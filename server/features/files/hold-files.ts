import type { FieldProblem } from '../../core/contract/errors.ts';
import type { FilePurpose, FileView } from '../../core/contract/files.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent, demandTransaction } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { addHolder, fileView, findStoredFiles } from './file.model.ts';
import type { FileFilter, FileRecord } from './file.model.ts';

/** What rests on a file: 'complaint:<id>', 'case:<id>', 'inspection:<id>'. */
export type HolderRef = `${string}:${string}`;

export interface HoldOptions {
  /** What the files must have been uploaded for; evidence unless said. */
  purposes?: readonly FilePurpose[];
  /** Records this actor may take files over from, beside what he uploaded himself. */
  from?: readonly HolderRef[];
  /** The chain of the file tells neither who put it where, nor where: a reporter stays unknown. */
  unnamed?: true;
  /** Name of the list in the request, for the refusal. */
  field?: string;
}

/**
 * Attaches files to a record in the caller's transaction: from then on their uploader cannot take them back and no
 * sweep removes their bytes. Each must be stored, of an expected purpose, and the actor's own or held already by a
 * record the caller names in `from`; otherwise 422 with its place in the list. A file may be held by many.
 */
export async function holdFiles(
  fileIds: readonly string[],
  ref: HolderRef,
  ctx: Ctx,
  options: HoldOptions = {},
): Promise<FileView[]> {
  if (fileIds.length === 0) return [];
  demandTransaction('holdFiles');
  const { purposes = ['evidence'], from = [], field = 'fileIds' } = options;
  const limits: FileFilter = { $and: [{ purpose: { $in: [...purposes] } }, theirs(from, ctx)] };
  const found = new Map((await findStoredFiles(fileIds, limits)).map((file) => [String(file._id), file]));
  const missing = fileIds.flatMap((id, at) => (found.has(id) ? [] : [notUsable(`${field}.${at}`)]));
  if (missing.length > 0) throw new AppError('invalidInput', { count: missing.length }, missing);
  for (const file of found.values()) await hold(file, ref, ctx, options.unnamed === true);
  return fileIds.flatMap((id) => {
    const file = found.get(id);
    return file === undefined ? [] : [fileView(file)];
  });
}

/** The records that hold this file, for readers who may see one of them. */
export async function fileHolders(fileId: string): Promise<string[]> {
  const [file] = await findStoredFiles([fileId]);
  return file?.heldBy ?? [];
}

async function hold(file: FileRecord, ref: HolderRef, ctx: Ctx, unnamed: boolean): Promise<void> {
  if (file.heldBy?.includes(ref) === true) return;
  await addHolder(file._id, ref);
  const subject = `file:${String(file._id)}` as const;
  const told = { subject, areaCode: file.areaCode, action: 'file.held', facts: unnamed ? {} : { ref } };
  await appendEvent(told, unnamed ? { ...ctx, actor: { kind: 'anonymous' } } : ctx);
}

/** A job or an anonymous reporter has uploaded nothing; an empty list of alternatives matches nothing. */
function theirs(from: readonly HolderRef[], ctx: Ctx): FileFilter {
  const held: FileFilter = { heldBy: { $in: [...from] } };
  return ctx.actor.kind === 'user' ? { $or: [{ uploadedBy: ctx.actor.userId }, held] } : held;
}

const notUsable = (path: string): FieldProblem => ({
  in: 'body',
  path,
  rule: 'file.usable',
  zh: '文件不存在、不属于您或类型不符，请重新上传',
  en: 'There is no such file of yours for this use; upload it again',
});
