import { anyOf, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { officeLimits } from '../../platform/office-reach.ts';
import { ownCompanies } from '../companies/index.ts';

/**
 * The reader's limits as part of a query: his office's area, his department's industry, his company's projects. `companies`
 * are his own where they are known already.
 */
export async function projectsWithin(
  ctx: Pick<Ctx, 'actor' | 'grants'>,
  companies?: ReadonlyMap<string, string>,
): Promise<Record<string, unknown>> {
  const known = companies ?? (await ownCompanies(ctx));
  const own = ctx.grants.flatMap(({ companyId, areaCode }) => {
    const standing = companyId === undefined ? undefined : known.get(companyId);
    return standing === undefined ? [] : [{ 'parties.companyId': standing, ...inArea(areaCode) }];
  });
  const read = ctx.grants.flatMap(({ role, areaCode, departmentCode }) => {
    if (role === 'leader') return [inArea(areaCode)];
    if (role !== 'departmentLiaison' || departmentCode === undefined) return [];
    return [{ industryDepartment: departmentCode, ...inArea(areaCode) }];
  });
  return anyOf([...officeLimits(ctx), ...read, ...own]);
}
