import type { OutreachView } from '../../core/contract/inspections.ts';
import type { Page } from '../../core/contract/page.ts';
import { AppError } from '../../platform/app-error.ts';
import { areaLimit } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { dayFilter } from './day-filter.ts';
import { outreachView } from './inspection-view.ts';
import type { ListOutreach } from './inspections.schemas.ts';
import { DAY_SORTS } from './inspections.schemas.ts';
import type { OutreachRecord } from './outreach.model.ts';
import { findOutreach, Outreach } from './outreach.model.ts';

/** The outreach log this reader may see, the latest first; `total` counts all that match. */
export async function listOutreach(query: ListOutreach, ctx: Ctx): Promise<Page<OutreachView>> {
  const limits = dayFilter(query, ctx);
  const page = await keysetPage<OutreachRecord>(Outreach, {
    sorts: DAY_SORTS,
    fallback: '-on',
    limits,
    query,
  });
  return { ...page, items: page.items.map((one) => outreachView(one, ctx)) };
}

/** One entry of the log; that of an area out of reach is not there. */
export async function getOutreach(id: string, ctx: Ctx): Promise<OutreachView> {
  const found = await findOutreach(id, areaLimit(ctx));
  if (found === null) throw new AppError('notFound');
  return outreachView(found, ctx);
}
