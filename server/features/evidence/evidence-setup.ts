import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { fileHolders, registerFileReader } from '../files/index.ts';
import { getPiece } from './evidence-reach.ts';

const HOLDER = 'evidence:';
const READERS: readonly string[] = ['clerk', 'inspector', 'bureauHead'];

/**
 * Files of a piece are open to who may see the piece; its original only to the case team, because it may tell where and
 * when it was taken: everybody else looks at it through its own door, which strips that.
 */
async function readsFile(fileId: string, ctx: Ctx): Promise<boolean> {
  const grants = ctx.grants.filter(({ role }) => READERS.includes(role));
  if (grants.length === 0) return false;
  for (const ref of await fileHolders(fileId)) {
    if (!ref.startsWith(HOLDER)) continue;
    const reached = await getPiece(ref.slice(HOLDER.length), { ...ctx, grants }).catch(orNull);
    if (reached !== null && (reached.isTeam || reached.piece.fileId !== fileId)) return true;
  }
  return false;
}

function orNull(error: unknown): null {
  if (error instanceof AppError && error.code === 'notFound') return null;
  throw error;
}

for (const purpose of ['evidence', 'document'] as const) registerFileReader(purpose, readsFile);
