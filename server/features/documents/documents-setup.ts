import type { Ctx } from '../../platform/context.ts';
import { fileHolders, registerFileReader } from '../files/index.ts';
import { documentsInReach } from './document-reach.ts';
import { findDocumentWithin } from './document.model.ts';

const HOLDER = 'document:';

/** Receipts and consents that lie with a paper are open to the staff who see the paper; a leader reads no contents. */
async function readsFile(fileId: string, ctx: Ctx): Promise<boolean> {
  const grants = ctx.grants.filter(({ role }) => role !== 'leader');
  const limits = documentsInReach({ actor: ctx.actor, grants });
  for (const ref of await fileHolders(fileId)) {
    if (!ref.startsWith(HOLDER)) continue;
    if ((await findDocumentWithin(ref.slice(HOLDER.length), limits)) !== null) return true;
  }
  return false;
}
for (const purpose of ['evidence', 'document'] as const) registerFileReader(purpose, readsFile);
