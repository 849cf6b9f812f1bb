import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { WorkerState, WorkerView } from '../../core/contract/workers.ts';
import { isMobile } from '../../core/kit/identity-numbers.ts';
import { anyOf, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { officeLimits } from '../../platform/office-reach.ts';
import { searchFilter } from '../../platform/search/index.ts';
import { workerView } from './worker-view.ts';
import type { WorkerRecord } from './worker.model.ts';
import { Workers, workerSecrets } from './worker.model.ts';

export interface ListWorkers extends PageQuery {
  /** Part of a name or its initials; a whole phone or citizen id. */
  q?: string;
  areaCode?: string;
  /** Records that stand for themselves when missing. */
  state?: WorkerState;
}

export const WORKER_SORTS = { name: 'name', createdAt: 'createdAt' } as const;

/** The workers this reader may see, filtered and sorted, a page at a time; `total` counts all that match. */
export async function listWorkers(query: ListWorkers, ctx: Ctx): Promise<Page<WorkerView>> {
  const { q, areaCode, state = 'active' } = query;
  const limits = {
    $and: [
      anyOf(officeLimits(ctx)),
      { state },
      ...(areaCode === undefined ? [] : [inArea(areaCode)]),
      ...(q === undefined ? [] : [whoIs(q)]),
    ],
  };
  const page = await keysetPage<WorkerRecord>(Workers, {
    sorts: WORKER_SORTS,
    fallback: '-createdAt',
    limits,
    query,
  });
  return { ...page, items: page.items.map((worker) => workerView(worker, ctx)) };
}

/** Numbers are sealed: only a whole one can be looked up. */
function whoIs(q: string): Record<string, unknown> {
  const number = q.normalize('NFKC').replace(/[\s-]/gu, '');
  if (isMobile(number)) return workerSecrets.where('phone', number);
  if (/^\d{17}[\dXx]$/u.test(number)) return workerSecrets.where('citizenId', number);
  return searchFilter(q);
}
