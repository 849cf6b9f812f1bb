import type { PayrollAction } from '../../core/contract/payroll.ts';
import { PAYROLL_ACTIONS } from '../../core/contract/payroll.ts';
import { openActions } from '../../core/kit/flow.ts';
import type { Ctx } from '../../platform/context.ts';
import { findPeopleOfCompany } from '../accounts/index.ts';
import { ownCompanyIds } from '../companies/index.ts';
import { positionOn } from '../projects/index.ts';
import type { ProjectPosition } from '../projects/index.ts';
import type { PayrollRole } from './payroll.flow.ts';
import { PAYROLL_FLOW, PAYROLL_ROLES } from './payroll.flow.ts';
import type { PayrollSheetRecord } from './payroll.record.ts';

type Sheet = Pick<PayrollSheetRecord, 'projectId' | 'employerId'>;

/** As whom this reader acts on a sheet of this project; the system (jobs, seeds) may act as anybody. */
export async function payrollRoles(
  sheet: Pick<Sheet, 'employerId'>,
  position: ProjectPosition,
  ctx: Ctx,
): Promise<PayrollRole[]> {
  if (ctx.actor.kind === 'system') return [...PAYROLL_ROLES];
  const roles: PayrollRole[] = [];
  if (position.isGeneralContractor) {
    roles.push('generalContractor');
    if (await isLabourOfficer(position, ctx)) roles.push('labourOfficer');
  }
  if (await filesFor(sheet.employerId, position)) roles.push('employer');
  return roles;
}

/**
 * Does this reader file for the employer: his own company, or as general contractor one that has nobody with an account?
 * @law REG-31-1
 */
export async function filesFor(employerId: string, position: ProjectPosition): Promise<boolean> {
  if (position.employerIds.includes(employerId)) return true;
  return position.isGeneralContractor && !(await hasAccount(employerId));
}

async function hasAccount(companyId: string): Promise<boolean> {
  for (const post of ['companyAdmin', 'labourOfficer'] as const)
    if ((await findPeopleOfCompany(companyId, post)).length > 0) return true;
  return false;
}

/** Does he hold the post of labour officer for the general contractor itself? (REG-28-2) */
async function isLabourOfficer({ project }: ProjectPosition, ctx: Ctx): Promise<boolean> {
  const posts = ctx.grants.filter(({ position }) => position === 'labourOfficer');
  const own = new Set(await ownCompanyIds({ grants: posts }));
  return project.parties.some(({ role, companyId }) => role === 'generalContractor' && own.has(companyId));
}

/** What this reader may do with the sheet now: what the client draws its buttons from. */
export async function payrollActions(
  sheet: Sheet & Pick<PayrollSheetRecord, 'state' | 'people' | 'sent' | 'bounced'>,
  ctx: Ctx,
): Promise<PayrollAction[]> {
  const roles = await payrollRoles(sheet, await positionOn(sheet.projectId, ctx), ctx);
  const open: readonly string[] = openActions(PAYROLL_FLOW, sheet.state, roles, ctx.today);
  return PAYROLL_ACTIONS.filter(
    (action) => open.includes(action) && (action !== 'issuePayFile' || hasToSend(sheet)),
  );
}

/** Somebody's wages were never sent, or have come back. */
const hasToSend = ({ people, sent, bounced }: Pick<PayrollSheetRecord, 'people' | 'sent' | 'bounced'>) =>
  sent < people || bounced > 0;
