import type { Screening, ScreeningRow } from '../../core/contract/inspection-plan.ts';
import { coverageByTown, uncoveredFirst } from '../../core/inspections/plan-order.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { plainDate } from '../../core/kit/plain-date.ts';
import { areaLimit, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { lastInspectionsOf } from '../inspections/index.ts';
import { governmentProjects } from '../projects/index.ts';
import { lastNoHazardOf } from './planned-visit.model.ts';

/** Every government-invested project under way, and whether somebody has looked at it since a day, usually new year. */
export async function getScreening(
  { areaCode, since }: { areaCode?: string; since?: PlainDate },
  ctx: Ctx,
): Promise<Screening> {
  const from = since ?? plainDate(`${ctx.today.slice(0, 4)}-01-01`);
  const within = { $and: [areaLimit(ctx), areaCode === undefined ? {} : inArea(areaCode)] };
  const projects = await governmentProjects(within);
  const ids = projects.map(({ id }) => id);
  const [visited, nothing] = await Promise.all([lastInspectionsOf(ids, 'SPECIAL'), lastNoHazardOf(ids)]);
  const rows = projects.map(({ id, name, areaCode: code }): ScreeningRow => {
    const row = { projectId: id, projectName: name, areaCode: code };
    const [visit, none] = [visited.get(id)?.at(-1), nothing.get(id)];
    const screenedOn = visit !== undefined && (none === undefined || visit >= none) ? visit : none;
    if (screenedOn === undefined) return { ...row, isCovered: false };
    const by = screenedOn === visit ? 'INSPECTION' : 'NO_HAZARD';
    return { ...row, screenedOn, by, isCovered: screenedOn >= from };
  });
  return { since: from, rows: rows.sort(uncoveredFirst), towns: coverageByTown(rows) };
}
