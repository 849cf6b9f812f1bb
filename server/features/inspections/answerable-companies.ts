import { findProjectRef } from '../projects/index.ts';
import type { InspectionRecord } from './inspection.model.ts';

/** Who answers for what a visit found: the inspected company, and the general contractor of the site. */
export async function answerableCompanies({
  companyId,
  projectId,
}: Pick<InspectionRecord, 'companyId' | 'projectId'>): Promise<string[]> {
  const project = projectId === undefined ? null : await findProjectRef(String(projectId));
  const contractors = project?.parties.filter(({ role }) => role === 'generalContractor') ?? [];
  return [
    ...new Set([
      ...(companyId === undefined ? [] : [String(companyId)]),
      ...contractors.map((one) => one.companyId),
    ]),
  ];
}
