import type { RefusedOutflowView } from '../../core/contract/funds.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { projectRefsOf } from '../projects/index.ts';
import { moneyWithin } from './funds-reach.ts';
import { REFUSAL_WORDS } from './refusal.ts';
import type { RefusedOutflowRecord } from './refused-outflow.model.ts';
import { RefusedOutflows } from './refused-outflow.model.ts';

export interface ListRefusedOutflows extends PageQuery {
  projectId?: string;
}

/** Money that was to leave a wage account for somebody else than its workers, the latest first. */
export async function listRefusedOutflows(
  query: ListRefusedOutflows,
  ctx: Ctx,
): Promise<Page<RefusedOutflowView>> {
  const asked = query.projectId === undefined ? {} : { projectId: query.projectId };
  const page = await keysetPage<RefusedOutflowRecord>(RefusedOutflows, {
    sorts: { at: 'at' },
    fallback: '-at',
    limits: { $and: [await moneyWithin(ctx), asked] },
    query,
  });
  const projects = await projectRefsOf(page.items.map(({ projectId }) => projectId));
  const items = page.items.map(({ _id, projectId, amountFen, on, counterparty, kind, reason, at }) => ({
    id: String(_id),
    projectId,
    projectName: projects.get(projectId)?.name ?? '',
    amountFen,
    on,
    counterparty,
    kind,
    reason: REFUSAL_WORDS[reason],
    at: at.toISOString(),
  }));
  return { ...page, items };
}
