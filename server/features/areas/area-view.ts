import type { AreaView } from '../../core/contract/areas.ts';
import type { AreaRecord } from './area.model.ts';
import { OPEN_END } from './area.model.ts';

export function areaView(area: AreaRecord, childCount: number): AreaView {
  const { validTo, ...rest } = area;
  return { ...rest, ...(validTo === OPEN_END ? {} : { validTo }), childCount };
}
