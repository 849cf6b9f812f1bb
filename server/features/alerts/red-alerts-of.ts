import type { PlainDate } from '../../core/kit/plain-date.ts';
import { projectIdsOf } from '../projects/index.ts';
import { alertNumber } from './alert-number.ts';
import { asAlerts, Alerts } from './alert.model.ts';
import { isForOffice } from './alert-reach.ts';

/** A red alert as other features count it. */
export interface RedAlert {
  id: string;
  number: string;
  raisedOn: PlainDate;
}

/**
 * Red alerts that were raised by this day and still stand against these companies: about their own teams, or about a site they answer for as general
 * contractor. What is the office's own matter (complaints, its periods) is not among them.
 */
export async function redAlertsOf(companyIds: readonly string[], day: PlainDate): Promise<RedAlert[]> {
  const sites = await projectIdsOf(companyIds, ['generalContractor']);
  const hired = await projectIdsOf(companyIds, ['subcontractor', 'labourSubcontractor']);
  const projectIds = [...new Set([...sites, ...hired])];
  if (projectIds.length === 0) return [];
  const standing = { projectId: { $in: projectIds }, standing: true as const, open: true as const };
  const fields = { projectId: 1, employerId: 1, rule: 1, raisedOn: 1, level: 1 } as const;
  const found = asAlerts(await Alerts.find({ ...standing, level: 'red' }, fields).lean());
  return found.flatMap(({ _id, projectId, employerId, rule, raisedOn }) => {
    const isTheirs =
      sites.includes(projectId) || (employerId !== undefined && companyIds.includes(employerId));
    if (!isTheirs || raisedOn > day || isForOffice(rule)) return [];
    return [{ id: String(_id), number: alertNumber({ _id, raisedOn }), raisedOn }];
  });
}
