import type { FileView } from '../../core/contract/files.ts';
import type { Ctx } from '../../platform/context.ts';
import { registerFileReader } from './file-readers.ts';
import { fileViews } from './file-views.ts';
import { fileHolders } from './hold-files.ts';

interface Step {
  readonly given: Readonly<Record<string, unknown>>;
}

/** The ids of the files that came with a step. */
export function fileIdsOf({ given: { fileIds } }: Step): string[] {
  return Array.isArray(fileIds) ? fileIds.filter((id) => typeof id === 'string') : [];
}

/** Every file that came with these steps of a record, each once. */
export const filesOfSteps = (steps: readonly Step[]): Promise<FileView[]> =>
  fileViews([...new Set(steps.flatMap(fileIdsOf))]);

/** Files that lie with records of one kind are open to whoever may open the record, and this file with it. */
export function openHeldFiles(
  subject: string,
  mayOpen: (id: string, fileId: string, ctx: Ctx) => Promise<boolean>,
): void {
  const holder = `${subject}:`;
  const reads = async (fileId: string, ctx: Ctx): Promise<boolean> => {
    for (const ref of await fileHolders(fileId))
      if (ref.startsWith(holder) && (await mayOpen(ref.slice(holder.length), fileId, ctx))) return true;
    return false;
  };
  for (const purpose of ['evidence', 'document'] as const) registerFileReader(purpose, reads);
}
