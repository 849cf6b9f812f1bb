import type { CoverageItem, ListSites, SiteRow } from '../../core/contract/dashboard.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import { areaLimit, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import type { SiteRecord } from './site.model.ts';
import { Sites } from './site.model.ts';

export const SITE_SORTS = { areaCode: 'areaCode' } as const;

/** The projects behind a rate or a level, as the figures counted them. */
export async function listSites(query: ListSites & PageQuery, ctx: Ctx): Promise<Page<SiteRow>> {
  const { areaCode, industry, level, item, lacks } = query;
  const page = await keysetPage<SiteRecord>(Sites, {
    ...{ sorts: SITE_SORTS, fallback: 'areaCode', query },
    limits: {
      $and: [
        areaLimit(ctx),
        ...(areaCode === undefined ? [] : [inArea(areaCode)]),
        ...(industry === undefined ? [] : [{ industry }]),
        ...(level === undefined ? [] : [{ level }]),
        ...(item === undefined ? [] : [countedFor(item, lacks === true)]),
      ],
    },
  });
  return { ...page, items: page.items.map(rowOf) };
}

/** Of whom it can be said whether they have it. */
const countedFor = (item: CoverageItem, lacks: boolean): Record<string, unknown> => ({
  [`items.${item}`]: lacks ? 'missing' : { $in: ['done', 'missing'] },
});

const rowOf = (site: SiteRecord): SiteRow => ({
  ...{ id: site._id, projectCode: site.projectCode, projectName: site.projectName },
  ...{ areaCode: site.areaCode, level: site.level, items: site.items },
  ...(site.contractorName === undefined ? {} : { contractorName: site.contractorName }),
  ...{ present: site.present, withContract: site.withContract, withRealName: site.withRealName },
});
