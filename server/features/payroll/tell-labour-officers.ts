import { enqueue } from '../../platform/outbox/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { findPeopleOfCompany } from '../accounts/index.ts';
import { findProjectRef } from '../projects/index.ts';
import type { PayrollSheetRecord } from './payroll.record.ts';

/**
 * The general contractor's labour officers hear that somebody disagrees with a sheet, under the bell and by mail: once a
 * day and sheet, because thirty messages about one team say no more than one.
 * @law REG-28-2
 */
export async function tellLabourOfficers(
  { _id, projectId, areaCode, teamName, projectName, payMonth }: PayrollSheetRecord,
  ctx: Ctx,
): Promise<void> {
  const project = await findProjectRef(projectId);
  const contractors = project?.parties.filter(({ role }) => role === 'generalContractor') ?? [];
  for (const { companyId } of contractors)
    for (const { id: userId, email } of await findPeopleOfCompany(companyId, 'labourOfficer')) {
      const told = {
        template: 'payAnswerDisputed' as const,
        to: { userId },
        data: { projectName, teamName, month: payMonth },
        areaCode,
        link: `/payroll/sheets/${String(_id)}`,
      };
      const key = `payAnswer:${String(_id)}:${ctx.today}:${userId}`;
      await enqueue({ ...told, channel: 'inApp', key: `${key}:inApp` }, ctx);
      if (email !== undefined) await enqueue({ ...told, channel: 'mail', key: `${key}:mail` }, ctx);
    }
}
