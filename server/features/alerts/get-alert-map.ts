import type { AlertMapRow } from '../../core/contract/alerts.ts';
import { inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { countCards } from './alert-card.model.ts';
import { cardsWithin } from './alert-reach.ts';
import { partsOfArea } from './area-parts.ts';

/** Projects and their levels per area one step below; what lies in the area itself and in none of its parts is its own row. */
export async function getAlertMap(areaCode: string, ctx: Ctx): Promise<AlertMapRow[]> {
  const limits = { $and: [await cardsWithin(ctx), inArea(areaCode)] };
  const parts = await partsOfArea(areaCode, ctx);
  const rows = new Map<string, AlertMapRow>();
  const nameOf = new Map(parts.map(({ code, name }) => [code, name]));
  for (const count of await countCards(limits)) {
    const code = parts.find((part) => count.areaCode.startsWith(part.code))?.code ?? areaCode;
    const row = rows.get(code) ?? {
      ...{
        areaCode: code,
        areaName: nameOf.get(code) ?? '',
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
