import type { InspectionView } from '../../core/contract/inspections.ts';
import type { Page } from '../../core/contract/page.ts';
import { AppError } from '../../platform/app-error.ts';
import { areaLimit } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { dayFilter } from './day-filter.ts';
import { inspectionView } from './inspection-view.ts';
import type { InspectionRecord } from './inspection.model.ts';
import { findInspection, Inspections } from './inspection.model.ts';
import type { ListInspections } from './inspections.schemas.ts';
import { DAY_SORTS } from './inspections.schemas.ts';

/** The inspections this reader may see, the latest first; `total` counts all that match. */
export async function listInspections(query: ListInspections, ctx: Ctx): Promise<Page<InspectionView>> {
  const { kind, companyId, projectId } = query;
  const asked = {
    ...(kind === undefined ? {} : { kind }),
    ...(companyId === undefined ? {} : { companyId }),
    ...(projectId === undefined ? {} : { projectId }),
  };
  const limits = { ...dayFilter(query, ctx), ...asked };
  const page = await keysetPage<InspectionRecord>(Inspections, {
    sorts: DAY_SORTS,
    fallback: '-on',
    limits,
    query,
  });
  return { ...page, items: page.items.map((one) => inspectionView(one, ctx)) };
}

/** One inspection; that of an area out of reach is not there. */
export async function getInspection(id: string, ctx: Ctx): Promise<InspectionView> {
  const found = await findInspection(id, areaLimit(ctx));
  if (found === null) throw new AppError('notFound');
  return inspectionView(found, ctx);
}
