import { projectIdsOf, projectRefsOf } from '../projects/index.ts';
import { isForOffice } from './alert-reach.ts';
import { alertNumber } from './alert-number.ts';
import { Alerts } from './alert.model.ts';
import type { AlertRecord } from './alert.record.ts';

const READ = {
  ...{ projectId: 1, areaCode: 1, employerId: 1, rule: 1, level: 1, state: 1, raisedOn: 1, endedOn: 1 },
  ...{ goneOn: 1, message: 1 },
} as const;
type Read = Pick<AlertRecord, '_id' | keyof typeof READ>;
export interface CompanyAlert extends Read {
  companyId: string;
  number: string;
}

/**
 * Red warnings, and those of these rules, on the sites these companies answer for as general contractor, or about their own
 * teams; dismissed ones were none (indexes projectId, employerId).
 */
export async function alertsOfCompanies(
  companyIds: readonly string[],
  rules: readonly string[],
): Promise<CompanyAlert[]> {
  const sites = await projectRefsOf(await projectIdsOf(companyIds, ['generalContractor']));
  const grave = { $or: [{ level: 'red' as const }, { rule: { $in: [...rules] } }] };
  const standing = { $and: [{ state: { $ne: 'dismissed' as const } }, grave] };
  const onSites = (await Alerts.find(
    { projectId: { $in: [...sites.keys()] }, ...standing },
    READ,
  ).lean()) as unknown as Read[]; // what the schema wrote
  const ofTeams = (await Alerts.find(
    { employerId: { $in: [...companyIds] }, ...standing },
    READ,
  ).lean()) as unknown as Read[]; // what the schema wrote
  const found: CompanyAlert[] = [];
  const add = (alert: Read, companyId: string): void => {
    // What is the office's own matter says nothing of a company.
    if (!companyIds.includes(companyId) || isForOffice(alert.rule)) return;
    if (found.some((one) => one.companyId === companyId && String(one._id) === String(alert._id))) return;
    found.push({ ...alert, companyId, number: alertNumber(alert) });
  };
  for (const alert of onSites)
    for (const { role, companyId } of sites.get(alert.projectId)?.parties ?? [])
      if (role === 'generalContractor') add(alert, companyId);
  for (const alert of ofTeams) if (alert.employerId !== undefined) add(alert, alert.employerId);
  return found;
}
