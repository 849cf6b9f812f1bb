import type { AreaView } from '../../core/contract/areas.ts';
import type { Page } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import { areaView } from './area-view.ts';
import { countChildren, findAreas } from './area.model.ts';
import type { ListAreas } from './areas.schemas.ts';

const PAGE = 200;

/** Which divisions are there? Those valid today, or with `closed` every one on record, in order of code. */
export async function listAreas(query: ListAreas, ctx: Pick<Ctx, 'today'>): Promise<Page<AreaView>> {
  const limit = query.limit ?? PAGE;
  const { parent, level, q } = query;
  const [code, validFrom] = query.cursor?.split('.') ?? [];
  const after = code === undefined || validFrom === undefined ? undefined : { code, validFrom };
  const on = query.closed === true ? undefined : ctx.today;
  const { areas, total } = await findAreas({ parent, level, q, on, after }, limit + 1);
  const shown = areas.slice(0, limit);
  const children = await countChildren(
    shown.map((area) => area.code),
    ctx.today,
  );
  const items = shown.map((area) => areaView(area, children.get(area.code) ?? 0));
  const last = areas.length > limit ? shown.at(-1) : undefined;
  return { items, nextCursor: last === undefined ? null : `${last.code}.${last.validFrom}`, total };
}
