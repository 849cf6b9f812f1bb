import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { findPeopleOfCompany } from '../accounts/index.ts';
import { findProjectRef } from '../projects/index.ts';
import type { AlertRecord } from './alert.record.ts';

type Told = Pick<AlertRecord, '_id' | 'version' | 'projectId' | 'projectName' | 'areaCode' | 'employerId'>;

/** The companies that answer for an alert: the general contractor, and the employer of the team it is about. */
export async function companiesOf({
  projectId,
  employerId,
}: Pick<Told, 'projectId' | 'employerId'>): Promise<string[]> {
  const project = await findProjectRef(projectId);
  const contractors = project?.parties.filter(({ role }) => role === 'generalContractor') ?? [];
  return [
    ...new Set([
      ...contractors.map(({ companyId }) => companyId),
      ...(employerId === undefined ? [] : [employerId]),
    ]),
  ];
}

/** Tells the labour officers of those companies under the bell and by mail, in the caller's transaction. */
export async function tellCompany(
  alert: Told,
  template: 'alertAsked' | 'alertContestSettled' | 'alertOrdered',
  by: PlainDate,
  ctx: Ctx,
): Promise<void> {
  const id = String(alert._id);
  for (const companyId of await companiesOf(alert))
    for (const { id: userId, email } of await findPeopleOfCompany(companyId, 'labourOfficer')) {
      const told = {
        ...{ template, to: { userId }, data: { projectName: alert.projectName, by } },
        ...{ areaCode: alert.areaCode, link: `/alerts/${id}` },
      };
      const key = `${template}:${id}:${alert.version}:${userId}`;
      await enqueue({ ...told, channel: 'inApp', key: `${key}:inApp` }, ctx);
      if (email !== undefined) await enqueue({ ...told, channel: 'mail', key: `${key}:mail` }, ctx);
    }
}
