import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/app-error.ts';
import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { fileHolders, registerFileReader } from '../files/index.ts';
import { findProjectRef, positionOn } from '../projects/index.ts';
import { mergeSafeguards } from './merge-safeguards.ts';
import { seesPapers } from './writable-parts.ts';

const HOLDER = 'safeguards:';

/**
 * Papers lie open to those who see them on the project's page; the board's photos to everybody who sees the project. Of a
 * project that gave way to another they lie with that one.
 */
const readsFile =
  (isPaper: boolean) =>
  async (fileId: string, ctx: Ctx): Promise<boolean> => {
    for (const ref of await fileHolders(fileId)) {
      if (!ref.startsWith(HOLDER)) continue;
      const projectId = ref.slice(HOLDER.length);
      const standing = (await findProjectRef(projectId))?.id ?? projectId;
      const position = await positionOn(standing, ctx).catch((error: unknown) => {
        if (!(error instanceof AppError) || error.code !== 'notFound') throw error;
        return null;
      });
      if (position !== null && (!isPaper || seesPapers(position))) return true;
    }
    return false;
  };
registerFileReader('document', readsFile(true));
registerFileReader('boardPhoto', readsFile(false));

registerMergeListener('project', mergeSafeguards);
