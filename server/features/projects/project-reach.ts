import { anyOf, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { officeLimits } from '../../platform/office-reach.ts';
import { ownCompanyIds } from '../companies/index.ts';

/** The reader's limits as part of a query: his office's area, his department's industry, his company's projects. */
export async function projectsWithin(ctx: Pick<Ctx, 'actor' | 'grants'>): Promise<Record<string, unknown>> {
  const companies = ctx.grants.filter(({ companyId }) => companyId !== undefined);
  const own = await Promise.all(
    companies.map(async (grant) => ({
      'parties.companyId': { $in: await ownCompanyIds({ grants: [grant] }) },
      ...inArea(grant.areaCode),
    })),
  );
  const read = ctx.grants.flatMap(({ role, areaCode, departmentCode }) => {
    if (role === 'leader') return [inArea(areaCode)];
    if (role !== 'departmentLiaison' || departmentCode === undefined) return [];
    return [{ industryDepartment: departmentCode, ...inArea(areaCode) }];
  });
  return anyOf([...officeLimits(ctx), ...read, ...own]);
}
