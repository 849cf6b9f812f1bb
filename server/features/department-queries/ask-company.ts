import type { RegistryCompany } from '../../core/contract/department-queries.ts';
import type { Ctx } from '../../platform/context.ts';
import { companyCardOf } from '../companies/index.ts';
import { answered, ownArea } from './asked.ts';
import { companyInArea } from './company-in-area.ts';

/** A company as the register has it, with its part on each site of the area. */
export async function askCompany(creditCode: string, ctx: Ctx): Promise<RegistryCompany> {
  return answered({ what: 'company', code: creditCode }, await read(creditCode, ownArea(ctx)), ctx);
}

async function read(creditCode: string, area: string): Promise<RegistryCompany | null> {
  const found = await companyInArea(creditCode, area);
  if (found === null) return null;
  const { id, name, areaCode, creditCode: code } = found.company;
  const card = await companyCardOf(id);
  return {
    ...{ name, creditCode: code, areaCode },
    ...(card?.address === undefined ? {} : { address: card.address }),
    ...(card?.legalRepresentative === undefined ? {} : { legalRepresentative: card.legalRepresentative }),
    projects: found.projects.flatMap(({ parties, ...project }) =>
      parties
        .filter(({ companyId }) => companyId === id)
        .map(({ role }) => ({ code: project.code, name: project.name, state: project.state, role })),
    ),
  };
}
