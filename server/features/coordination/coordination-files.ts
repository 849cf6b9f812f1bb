import type { FileView } from '../../core/contract/files.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LifeRecord } from '../../platform/lives/index.ts';
import { fileHolders, fileViews, holdFiles, registerFileReader } from '../files/index.ts';

/** Ties the files of a step to the record, as the engine of lives asks for it. */
export async function holdStepFiles(
  fileIds: readonly string[],
  holder: `${string}:${string}`,
  ctx: Ctx,
): Promise<void> {
  await holdFiles(fileIds, holder, ctx, { purposes: ['evidence', 'document'], field: 'given.fileIds' });
}

/** Every file that came with a step of the record. */
export function filesOfLife({ history }: Pick<LifeRecord, 'history'>): Promise<FileView[]> {
  const ids = history.flatMap(({ given: { fileIds } }) => (Array.isArray(fileIds) ? fileIds : []));
  return fileViews([...new Set(ids)]);
}

/** Files that lie with a record are open to whoever may open the record. */
export function openFilesOf(subject: string, mayOpen: (id: string, ctx: Ctx) => Promise<boolean>): void {
  const holder = `${subject}:`;
  const reads = async (fileId: string, ctx: Ctx): Promise<boolean> => {
    for (const ref of await fileHolders(fileId))
      if (ref.startsWith(holder) && (await mayOpen(ref.slice(holder.length), ctx))) return true;
    return false;
  };
  for (const purpose of ['evidence', 'document'] as const) registerFileReader(purpose, reads);
}
