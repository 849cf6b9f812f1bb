import type { RetentionAction, RetentionListView } from '../../core/contract/retention.ts';
import { decide } from '../../core/kit/flow.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { refusedMove } from '../../platform/refused-move.ts';
import { getRetentionRecord } from './list-retention-lists.ts';
import { retentionRoles, retentionView } from './retention-view.ts';
import { RETENTION_FLOW } from './retention.flow.ts';
import { changeList } from './retention.model.ts';

export interface RetentionTarget {
  id: string;
  version: number;
}

/** What is on the list may be deleted, except for what comes under a complaint before the job gets there. */
export const approveRetentionList = (target: RetentionTarget, ctx: Ctx): Promise<RetentionListView> =>
  decideList(target, 'approve', {}, ctx);

/** It stays, for a reason; a later list names it again. */
export const declineRetentionList = (
  target: RetentionTarget,
  given: { reason: string },
  ctx: Ctx,
): Promise<RetentionListView> => decideList(target, 'decline', given, ctx);

async function decideList(
  { id, version }: RetentionTarget,
  action: RetentionAction,
  given: { reason?: string },
  ctx: Ctx,
): Promise<RetentionListView> {
  return inTransaction(async () => {
    const list = await getRetentionRecord(id, ctx);
    if (version !== list.version) throw new AppError('staleVersion');
    const roles = retentionRoles(list, ctx);
    const decided = decide(RETENTION_FLOW, list, action, { roles }, ctx.today, { ...given });
    if (!decided.ok) throw refusedMove(decided);
    const by = ctx.actor.kind === 'user' ? { id: ctx.actor.userId, name: ctx.actor.name } : undefined;
    const changed = await changeList(list, {
      ...{ state: decided.to, decidedAt: ctx.now, ...given },
      ...(by === undefined ? {} : { decidedBy: by }),
    });
    if (changed === null) throw new AppError('staleVersion');
    const facts = { lots: list.lots.map(({ kind, records, until }) => ({ kind, records, until })) };
    const subject = `retention:${id}` as const;
    await appendEvent({ subject, areaCode: list.areaCode, action: `retention.${action}`, facts }, ctx);
    return retentionView(changed, ctx);
  });
}
