import type { Ctx } from '../../platform/context.ts';
import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { findCompanyRef } from '../companies/index.ts';
import { fileHolders, registerFileReader } from '../files/index.ts';
import { findProjectRef } from '../projects/index.ts';
import { hasComplaint, repoint } from './complaint-queries.model.ts';
import { visibleLimit } from './complaint-reach.ts';
import { repointEmployerKey } from './group-member.model.ts';
import { ownComplaints } from './own-phone.ts';
import './undelivered.ts';

const HOLDER = 'complaint:';

/** Evidence lies open to whoever may open its complaint, and to the complainant himself; a leader reads figures. */
async function readsFile(fileId: string, ctx: Ctx): Promise<boolean> {
  const ids = (await fileHolders(fileId)).flatMap((ref) =>
    ref.startsWith(HOLDER) ? [ref.slice(HOLDER.length)] : [],
  );
  if (ids.length === 0) return false;
  const grants = ctx.grants.filter(({ role }) => role !== 'leader' && role !== 'worker');
  const limits = [
    ...(grants.length === 0 ? [] : [visibleLimit({ actor: ctx.actor, grants })]),
    ...(ctx.grants.some(({ role }) => role === 'worker') ? [await ownComplaints(ctx)] : []),
  ];
  for (const _id of ids)
    for (const limit of limits) if (await hasComplaint({ $and: [{ _id }, limit] })) return true;
  return false;
}
registerFileReader('evidence', readsFile);

registerMergeListener('company', async (fromId, intoId) => {
  const into = await findCompanyRef(intoId);
  if (into === null) return;
  await repoint('employerId', fromId, into);
  await repointEmployerKey(fromId, into.id);
});
registerMergeListener('project', async (fromId, intoId) => {
  const into = await findProjectRef(intoId);
  if (into !== null) await repoint('projectId', fromId, into);
});
