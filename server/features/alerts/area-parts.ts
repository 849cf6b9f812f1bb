import type { AreaView } from '../../core/contract/areas.ts';
import type { Ctx } from '../../platform/context.ts';
import { listAreas } from '../areas/index.ts';
import type { CardCount } from './alert-card.model.ts';

/** More parts than any division has. */
const MOST = 200;

/** The divisions one step below an area, as they are today: figures, map and lists part an area alike. */
export async function partsOfArea(areaCode: string, ctx: Pick<Ctx, 'today'>): Promise<AreaView[]> {
  return (await listAreas({ parent: areaCode, limit: MOST }, ctx)).items;
}

/** Can a part be looked into: are there divisions below it, and projects in them? */
export const hasPartsOf = (
  { code, childCount }: Pick<AreaView, 'code' | 'childCount'>,
  counts: readonly Pick<CardCount, 'areaCode'>[],
): boolean => childCount > 0 && counts.some(({ areaCode }) => areaCode !== code && areaCode.startsWith(code));
