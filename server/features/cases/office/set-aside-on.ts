import type { Ctx } from '../../../platform/context.ts';
import { idOf } from '../case-reach.ts';
import { findCaseWithin } from '../case-queries.model.ts';
import { isSetAside } from '../recusal.ts';

/** May this reader sign nothing on the case, because he has to stay away from it or it is being decided? */
export async function isSetAsideOn(caseId: string, ctx: Pick<Ctx, 'actor' | 'grants'>): Promise<boolean> {
  const userId = idOf(ctx);
  if (userId === undefined) return false;
  const record = await findCaseWithin(caseId, {});
  return record !== null && isSetAside(record, userId);
}
