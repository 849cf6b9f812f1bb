import type { InspectionPlan, PlanRow } from '../../core/contract/inspection-plan.ts';
import { byRisk } from '../../core/inspections/plan-order.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { addDays, diffDays, payMonthOf } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { listRiskCards } from '../alerts/index.ts';
import { grantsReach } from '../areas/index.ts';
import { findOfficeStaff } from '../cases/index.ts';
import { complaintFactsOf, officeOf } from '../complaints/index.ts';
import { lastInspectionsOf } from '../inspections/index.ts';
import { plannedFor } from './planned-visit.model.ts';

const MOST = 200;
const A_YEAR = 365;

/**
 * The projects of an area in the order in which they should be visited, with who goes there in the month. It is done when
 * an inspection of that month is on record, whoever made it.
 */
export async function getPlan(
  { areaCode, month }: { areaCode?: string; month?: PayMonth },
  ctx: Ctx,
): Promise<InspectionPlan> {
  const asked = month ?? payMonthOf(ctx.today);
  const page = await listRiskCards({ limit: MOST, ...(areaCode === undefined ? {} : { areaCode }) }, ctx);
  const ids = page.items.map(({ projectId }) => projectId);
  const [planned, inspected, complaints] = await Promise.all([
    plannedFor(ids, asked),
    lastInspectionsOf(ids),
    complaintFactsOf(ids, addDays(ctx.today, -A_YEAR)),
  ]);
  const rows = page.items.map(({ projectId, projectName, areaCode: code, level, points }): PlanRow => {
    const [visit, days] = [planned.get(projectId), inspected.get(projectId) ?? []];
    const last = days.at(-1);
    const doneOn = days.findLast((day) => payMonthOf(day) === asked);
    return {
      ...{ projectId, projectName, areaCode: code, level, points },
      complaints: complaints.get(projectId)?.complaints.length ?? 0,
      ...(last === undefined ? {} : { lastInspectedOn: last, daysSince: diffDays(last, ctx.today) }),
      ...(visit === undefined ? {} : { inspectorId: visit.inspectorId, inspectorName: visit.inspectorName }),
      ...(doneOn === undefined ? {} : { doneOn }),
    };
  });
  const given = rows.filter(({ inspectorId }) => inspectorId !== undefined);
  return {
    ...{ month: asked, rows: rows.sort(byRisk), total: page.total, assigned: given.length },
    done: given.filter(({ doneOn }) => doneOn !== undefined).length,
    inspectors: await inspectorsFor(areaCode ?? ctx.grants[0]?.areaCode ?? '', ctx),
  };
}

/** Of an office the reader has nothing to do with he learns nobody's name. */
async function inspectorsFor(code: string, ctx: Ctx): Promise<InspectionPlan['inspectors']> {
  if (code === '' || !grantsReach(ctx.grants, code)) return [];
  const staff = await findOfficeStaff(officeOf(code), 'inspector', ctx);
  return staff.map(({ id, name }) => ({ id, name }));
}
