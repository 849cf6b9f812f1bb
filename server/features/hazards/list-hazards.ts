import type { HazardCountRow, HazardRow, HazardView } from '../../core/contract/hazards.ts';
import type { Page } from '../../core/contract/page.ts';
import { areaLimit, areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { getLife } from '../../platform/lives/index.ts';
import { HAZARD_KIND } from './hazard-kind.ts';
import { hazardRow, hazardView } from './hazard-view.ts';
import type { HazardRecord } from './hazard.model.ts';
import { countHazards, Hazards } from './hazard.model.ts';
import type { CountHazards, ListHazards } from './hazards.schemas.ts';
import { HAZARD_SORTS } from './hazards.schemas.ts';

/** What was reported in the reader's area, the newest first; `total` counts all that match. */
export async function listHazards(query: ListHazards, ctx: Ctx): Promise<Page<HazardRow>> {
  const { areaCode, state, level, open, projectId } = query;
  const asked = Object.entries({ state, level, projectId, isOpen: open });
  const limits = {
    $and: [
      areaLimit(ctx),
      {
        ...(areaCode === undefined ? {} : { areaCode: areaRange(areaCode) }),
        ...Object.fromEntries(asked.filter(([, value]) => value !== undefined)),
      },
    ],
  };
  const sorts = HAZARD_SORTS;
  const page = await keysetPage<HazardRecord>(Hazards, { sorts, fallback: '-on', limits, query });
  return { ...page, items: page.items.map(hazardRow) };
}

/** One hazard; that of an area out of reach is not there. */
export async function getHazard(id: string, ctx: Ctx): Promise<HazardView> {
  return hazardView(await getLife(HAZARD_KIND, id, areaLimit(ctx)), ctx);
}

/** Per grid or town: what was reported in these days, what of it was settled there, above, or became a lead. */
export async function hazardCounts(
  { areaCode, from, to }: CountHazards,
  ctx: Ctx,
): Promise<HazardCountRow[]> {
  const on = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lte: to }) };
  const asked = {
    ...(areaCode === undefined ? {} : { areaCode: areaRange(areaCode) }),
    ...(Object.keys(on).length === 0 ? {} : { openedOn: on }),
  };
  const rows = new Map<string, HazardCountRow>();
  for (const { _id, count, paidFen } of await countHazards({ $and: [areaLimit(ctx), asked] })) {
    const row = rows.get(_id.areaCode) ?? nothingIn(_id.areaCode);
    rows.set(_id.areaCode, row);
    row.reported += count;
    row.paidFen += paidFen;
    if (_id.state === 'complaint') row.toComplaint += count;
    else if (_id.state === 'solved') row[_id.level === 'GRID' ? 'solvedInGrid' : 'solvedAbove'] += count;
    else if (_id.state !== 'closed') row.open += count;
  }
  return [...rows.values()].sort((a, b) => (a.areaCode < b.areaCode ? -1 : 1));
}

const nothingIn = (areaCode: string): HazardCountRow => ({
  ...{ areaCode, reported: 0, open: 0, solvedInGrid: 0, solvedAbove: 0, toComplaint: 0, paidFen: 0 },
});
