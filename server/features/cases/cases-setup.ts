import type { Ctx } from '../../platform/context.ts';
import { registerCaseHandlers } from '../complaints/index.ts';
import { fileHolders, registerFileReader } from '../files/index.ts';
import { findCaseWithin } from './case-queries.model.ts';
import { casesInReach, knowsReporters } from './case-reach.ts';

/** Is the reader one of the two inspectors of the case? They know who made a report. */
registerCaseHandlers(async (caseId: string, ctx: Ctx): Promise<boolean> => {
  const record = await findCaseWithin(caseId, casesInReach(ctx));
  return record !== null && knowsReporters(record, ctx);
});

const HOLDER = 'case:';

/** Files that lie with a case are open to the staff who see the case; a leader reads figures, not files. */
async function readsFile(fileId: string, ctx: Ctx): Promise<boolean> {
  const grants = ctx.grants.filter(({ role }) => role !== 'leader');
  const limits = casesInReach({ actor: ctx.actor, grants });
  for (const ref of await fileHolders(fileId)) {
    if (!ref.startsWith(HOLDER)) continue;
    if ((await findCaseWithin(ref.slice(HOLDER.length), limits)) !== null) return true;
  }
  return false;
}
for (const purpose of ['evidence', 'document'] as const) registerFileReader(purpose, readsFile);
