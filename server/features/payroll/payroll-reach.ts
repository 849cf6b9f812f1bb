import type { PayrollAction } from '../../core/contract/payroll.ts';
import { PAYROLL_ACTIONS } from '../../core/contract/payroll.ts';
import { openActions } from '../../core/kit/flow.ts';
import { AppError } from '../../platform/app-error.ts';
import { anyOf, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { officeLimits } from '../../platform/office-reach.ts';
import { ownCompanyIds } from '../companies/index.ts';
import { employersSeen, positionOn, projectIdsOf } from '../projects/index.ts';
import { getSheetRecord } from './move-payroll.ts';
import { PAYROLL_FLOW } from './payroll.flow.ts';
import { payrollRoles } from './payroll-roles.ts';
import type { PayrollSheetRecord } from './payroll.record.ts';

/**
 * The sheets a reader may see, as part of a query: his office's or (leaders) his area's; of companies those of their own
 * teams, and of every team on a project where they are general contractor or owner.
 */
export async function sheetsWithin(ctx: Ctx): Promise<Record<string, unknown>> {
  const read = ctx.grants.flatMap(({ role, areaCode }) => (role === 'leader' ? [inArea(areaCode)] : []));
  const own = ctx.actor.kind === 'system' ? [] : await ownCompanyIds(ctx);
  return anyOf([...officeLimits(ctx), ...read, ...(own.length === 0 ? [] : [await ofCompanies(own)])]);
}

/** One list of projects or of employers leads the query, so that an index answers it; the rest narrows what it finds. */
async function ofCompanies(own: string[]): Promise<Record<string, unknown>> {
  const employed = { employerId: { $in: own } };
  const wholeSites = await projectIdsOf(own, ['generalContractor', 'projectOwner']);
  if (wholeSites.length === 0) return employed;
  const hired = await projectIdsOf(own, ['subcontractor', 'labourSubcontractor']);
  const whole = { projectId: { $in: wholeSites } };
  const rest = hired.filter((id) => !wholeSites.includes(id));
  if (rest.length === 0) return whole;
  return { projectId: { $in: [...wholeSites, ...rest] }, $and: [anyOf([whole, employed])] };
}

/** What a reader may know of one sheet. */
export interface SheetReach {
  /** Names, notices and lines; an owner of the works and a leader see sums alone. */
  seesPeople: boolean;
  actions: PayrollAction[];
}

/** The same for a page of sheets: each project and each employer on it is asked about once. */
export async function reachOf(
  sheets: readonly PayrollSheetRecord[],
  ctx: Ctx,
): Promise<(sheet: PayrollSheetRecord) => SheetReach> {
  const known = new Map<string, SheetReach>();
  const keyOf = (sheet: PayrollSheetRecord): string =>
    [sheet.projectId, sheet.employerId, sheet.state].join(' ');
  for (const sheet of sheets) {
    if (!known.has(keyOf(sheet))) known.set(keyOf(sheet), await reachIfAny(sheet, ctx));
  }
  return (sheet) => known.get(keyOf(sheet)) ?? { seesPeople: false, actions: [] };
}

/** A company that has left the project keeps its own sheets to look at, and no more. */
async function reachIfAny(sheet: PayrollSheetRecord, ctx: Ctx): Promise<SheetReach> {
  return reachOn(sheet, ctx).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'notFound') return { seesPeople: false, actions: [] };
    throw error;
  });
}

async function reachOn(sheet: PayrollSheetRecord, ctx: Ctx): Promise<SheetReach> {
  const position = await positionOn(sheet.projectId, ctx);
  const seen = employersSeen(position);
  const roles = await payrollRoles(sheet, position, ctx);
  const open: readonly string[] = openActions(PAYROLL_FLOW, sheet.state, roles, ctx.today);
  return {
    seesPeople: seen === null || seen.includes(sheet.employerId),
    actions: PAYROLL_ACTIONS.filter((action) => open.includes(action)),
  };
}

/** The sheet, for somebody who may see its people; for anybody else it has no lines. */
export async function getSheetWithPeople(id: string, ctx: Ctx): Promise<PayrollSheetRecord> {
  const sheet = await getSheetRecord(id, ctx);
  const { seesPeople } = await reachOn(sheet, ctx);
  if (!seesPeople) throw new AppError('notFound');
  return sheet;
}
