import { PARTY_ROLES } from '../../core/contract/projects.ts';
import { isInArea } from '../areas/index.ts';
import type { CompanyRef } from '../companies/index.ts';
import { findCompanyRefByCode } from '../companies/index.ts';
import type { ProjectRef } from '../projects/index.ts';
import { projectIdsOf, projectRefsOf } from '../projects/index.ts';

export interface CompanyInArea {
  company: CompanyRef & { creditCode: string };
  /** Its sites in this area. */
  projects: ProjectRef[];
}

/** A company that is kept in this area or works there; null for any other. */
export async function companyInArea(creditCode: string, areaCode: string): Promise<CompanyInArea | null> {
  const company = await findCompanyRefByCode(creditCode);
  if (company === null) return null;
  const all = await projectRefsOf(await projectIdsOf([company.id], PARTY_ROLES));
  const projects = [...all.values()].filter((project) => isInArea(project.areaCode, areaCode));
  if (!isInArea(company.areaCode, areaCode) && projects.length === 0) return null;
  return { company: { ...company, creditCode: company.creditCode ?? creditCode }, projects };
}
