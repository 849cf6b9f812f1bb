import type { AreaView } from '../../core/contract/areas.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { areaView } from './area-view.ts';
import { countChildren, findArea } from './area.model.ts';

/** The division of this code that is valid today, or the last one that had it. */
export async function getArea(code: string, ctx: Pick<Ctx, 'today'>): Promise<AreaView> {
  const area = await findArea(code, ctx.today);
  if (area === null) throw new AppError('notFound');
  const children = await countChildren([code], ctx.today);
  return areaView(area, children.get(code) ?? 0);
}
