import type { FileView } from '../../core/contract/files.ts';
import { fileView, findStoredFiles } from './file.model.ts';

/** The stored files of a record the caller may show, in the order of its list; what is gone is left out. */
export async function fileViews(ids: readonly string[]): Promise<FileView[]> {
  if (ids.length === 0) return [];
  const found = new Map((await findStoredFiles(ids)).map((file) => [String(file._id), file]));
  return ids.flatMap((id) => {
    const file = found.get(id);
    return file === undefined ? [] : [fileView(file)];
  });
}
