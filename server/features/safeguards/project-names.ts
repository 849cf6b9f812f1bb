import type { PartyRole } from '../../core/contract/projects.ts';
import { companyNamesOf } from '../companies/index.ts';
import type { ProjectRef } from '../projects/index.ts';

/** The parties of a project by name, in their order on record. */
export async function partyNames(project: ProjectRef): Promise<{ role: PartyRole; name: string }[]> {
  const names = await companyNamesOf(project.parties.map(({ companyId }) => companyId));
  return project.parties.flatMap(({ role, companyId }) => {
    const name = names.get(companyId);
    return name === undefined ? [] : [{ role, name }];
  });
}

export const contractorNames = async (project: ProjectRef): Promise<string[]> =>
  (await partyNames(project)).flatMap(({ role, name }) => (role === 'generalContractor' ? [name] : []));
