import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { RetentionListView, RetentionState } from '../../core/contract/retention.ts';
import { AppError } from '../../platform/app-error.ts';
import { areaLimit, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { retentionView } from './retention-view.ts';
import type { RetentionListRecord } from './retention.model.ts';
import { findList, RetentionLists } from './retention.model.ts';

export interface ListRetention extends PageQuery {
  areaCode?: string;
  state?: RetentionState;
}
export const RETENTION_SORTS = { drawnOn: 'drawnOn' } as const;

/** The lists of the reader's areas, newest first. */
export async function listRetentionLists(query: ListRetention, ctx: Ctx): Promise<Page<RetentionListView>> {
  const { areaCode, state } = query;
  const own = {
    ...(areaCode === undefined ? {} : inArea(areaCode)),
    ...(state === undefined ? {} : { state }),
  };
  const page = await keysetPage<RetentionListRecord>(RetentionLists, {
    ...{ sorts: RETENTION_SORTS, fallback: '-drawnOn', query },
    limits: { $and: [areaLimit(ctx), own] },
  });
  return { ...page, items: page.items.map((list) => retentionView(list, ctx)) };
}

/** One list; one of another area is not there. */
export async function getRetentionRecord(id: string, ctx: Ctx): Promise<RetentionListRecord> {
  const found = await findList(id, areaLimit(ctx));
  if (found === null) throw new AppError('notFound');
  return found;
}

export const getRetentionList = async (id: string, ctx: Ctx): Promise<RetentionListView> =>
  retentionView(await getRetentionRecord(id, ctx), ctx);
