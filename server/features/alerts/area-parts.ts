import type { AreaView } from '../../core/contract/areas.ts';
import type { Ctx } from '../../platform/context.ts';
import { listAreas } from '../areas/index.ts';

/** More parts than any division has. */
const MOST = 200;

/** The divisions one step below an area, as they are today: figures, map and lists part an area alike. */
export async function partsOfArea(areaCode: string, ctx: Pick<Ctx, 'today'>): Promise<AreaView[]> {
  return (await listAreas({ parent: areaCode, limit: MOST }, ctx)).items;
}
