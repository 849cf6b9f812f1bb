import { getCompany, listCompanies } from '@/api/companies.ts';
import { getProject, listProjects } from '@/api/projects.ts';
import type { LookUpSearch } from '@/ui/look-up.ts';

const SHOWN = 8;

/** Projects and companies on record, as look-up fields offer them. */
export const findProjects: LookUpSearch = async (q, signal) =>
  (await listProjects({ q, limit: SHOWN }, signal)).items.map(({ id, name, site }) => ({
    id,
    name,
    note: site,
  }));
export const findCompanies: LookUpSearch = async (q, signal) =>
  (await listCompanies({ q, limit: SHOWN }, signal)).items.map(({ id, name, creditCode }) => ({
    id,
    name,
    ...(creditCode && { note: creditCode }),
  }));
export const projectName = async (id: string): Promise<string> => (await getProject(id)).name;
export const companyName = async (id: string): Promise<string> => (await getCompany(id)).name;
