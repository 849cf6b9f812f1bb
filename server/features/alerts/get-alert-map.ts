import type { AlertMapRow } from '../../core/contract/alerts.ts';
import { inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { countCards } from './alert-card.model.ts';
import { cardsWithin } from './alert-reach.ts';
import { hasPartsOf, partsOfArea } from './area-parts.ts';

/** Projects and their levels per area one step below; what lies in the area itself and in none of its parts is its own row. */
export async function getAlertMap(areaCode: string, ctx: Ctx): Promise<AlertMapRow[]> {
  const limits = { $and: [await cardsWithin(ctx), inArea(areaCode)] };
  const parts = await partsOfArea(areaCode, ctx);
  const rows = new Map<string, AlertMapRow>();
  const counts = await countCards(limits);
  for (const count of counts) {
    const part = parts.find((one) => count.areaCode.startsWith(one.code));
    const code = part?.code ?? areaCode;
    const row = rows.get(code) ?? {
      ...{
        areaCode: code,
        areaName: part?.name ?? '',
        hasParts: part !== undefined && hasPartsOf(part, counts),
        projects: 0,
        red: 0,
        yellow: 0,
        grey: 0,
        points: 0,
      },
    };
    row.projects += count.projects;
    row.points += count.points;
    if (count.level === 'red' || count.level === 'yellow') row[count.level] += count.projects;
    if (count.level === 'noData') row.grey += count.projects;
    rows.set(code, row);
  }
  return [...rows.values()].sort((a, b) => b.points - a.points || (a.areaCode < b.areaCode ? -1 : 1));
}
