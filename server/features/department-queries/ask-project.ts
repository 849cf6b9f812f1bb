import type { RegistryProject } from '../../core/contract/department-queries.ts';
import type { Ctx } from '../../platform/context.ts';
import { isInArea } from '../areas/index.ts';
import { companyRefsOf } from '../companies/index.ts';
import { findProjectByCode } from '../projects/index.ts';
import { answered, ownArea } from './asked.ts';

/** A site by the number on its rights board, and who builds it. */
export async function askProject(code: string, ctx: Ctx): Promise<RegistryProject> {
  return answered({ what: 'project', code }, await read(code, ownArea(ctx)), ctx);
}

async function read(code: string, area: string): Promise<RegistryProject | null> {
  const project = await findProjectByCode(code);
  if (project === null || !isInArea(project.areaCode, area)) return null;
  const companies = await companyRefsOf(project.parties.map(({ companyId }) => companyId));
  const { name, site, areaCode, state, industryDepartment } = project;
  return {
    ...{ code: project.code, name, site, areaCode, state },
    ...(industryDepartment === undefined ? {} : { industryDepartment }),
    parties: project.parties.flatMap(({ role, companyId }) => {
      const company = companies.get(companyId);
      if (company === undefined) return [];
      const { creditCode } = company;
      return [{ role, name: company.name, ...(creditCode === undefined ? {} : { creditCode }) }];
    }),
  };
}
