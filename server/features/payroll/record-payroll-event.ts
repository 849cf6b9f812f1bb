import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { afterCommit } from '../../platform/db.ts';
import { publish } from '../../platform/realtime/index.ts';
import { findProjectRef } from '../projects/index.ts';
import type { PayrollHistory, PayrollSheetRecord } from './payroll.record.ts';

type Sheet = Pick<PayrollSheetRecord, '_id' | 'areaCode' | 'projectId'>;

/** Who did it, as the history keeps it: staff by name, a worker on his phone by none. */
export const whoActs = ({ actor, grants }: Ctx): PayrollHistory['by'] =>
  actor.kind !== 'user' || grants.some(({ role }) => role === 'worker')
    ? { kind: 'system' }
    : { kind: 'staff', id: actor.userId, name: actor.name };

/** Adds to the chain of this sheet; facts name states, days, sums and counts, never people or what they wrote. */
export async function recordPayrollEvent(
  sheet: Pick<Sheet, '_id' | 'areaCode'>,
  action: string,
  facts: Record<string, unknown>,
  ctx: Ctx,
): Promise<void> {
  const subject = `payroll:${String(sheet._id)}` as const;
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  await appendEvent({ subject, areaCode: sheet.areaCode, action: `payroll.${action}`, facts: known }, ctx);
}

/** The screens of the office and of the project's companies fetch it again; nothing but ids travels. */
export async function tellParties(sheet: Sheet): Promise<void> {
  const project = await findProjectRef(sheet.projectId);
  const payload = { type: 'payrollChanged' as const, id: String(sheet._id), projectId: sheet.projectId };
  const companies = new Set(project?.parties.map(({ companyId }) => companyId));
  afterCommit(() => {
    publish(`area:${sheet.areaCode}`, 'payrollChanged', payload);
    for (const company of companies) publish(`company:${company}`, 'payrollChanged', payload);
  });
}
