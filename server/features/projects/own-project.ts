import type { WriteProject } from '../../core/contract/projects.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { officeAreas } from '../../platform/office-reach.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { getArea } from '../areas/index.ts';
import { findCompanyRef, officeOf, ownCompanyIds } from '../companies/index.ts';
import type { ProjectRecord } from './project.model.ts';

/** Is it as a company that the reader writes, keeping no office's records? */
export const isContractor = (ctx: Pick<Ctx, 'actor' | 'grants'>): boolean =>
  officeAreas(ctx)?.length === 0 && ctx.grants.some(({ companyId }) => companyId !== undefined);

type Site = Pick<WriteProject, 'areaCode' | 'parties'>;

/** Tells of any project whether a company of the reader, within the area of its right, is the general contractor. */
export async function ownSites(ctx: Pick<Ctx, 'actor' | 'grants'>): Promise<(site: Site) => boolean> {
  if (!isContractor(ctx)) return () => false;
  const rights = await Promise.all(
    ctx.grants.map(async (grant) => ({
      areaCode: grant.areaCode,
      companyIds: await ownCompanyIds({ grants: [grant] }),
    })),
  );
  return ({ areaCode, parties }) =>
    rights.some(
      (right) =>
        areaCode.startsWith(right.areaCode) &&
        parties.some(
          ({ role, companyId }) => role === 'generalContractor' && right.companyIds.includes(companyId),
        ),
    );
}

/**
 * A contractor writes projects it builds itself, in its own areas, with companies on record at the same office. Who is on
 * record as a party stays: only the office takes a company off a site, because people were hired there.
 */
export async function checkOwnProject(
  input: WriteProject,
  before: ProjectRecord | null,
  ctx: Ctx,
): Promise<void> {
  if (!ctx.grants.some((grant) => input.areaCode.startsWith(grant.areaCode))) throw new AppError('forbidden');
  await getArea(input.areaCode, ctx).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'notFound') throw error;
    throw wrongField('areaCode', '没有这个区划', 'There is no such area');
  });
  const isOwnSite = await ownSites(ctx);
  if (!isOwnSite(input))
    throw wrongField('parties', '施工总承包须是本企业', 'The general contractor must be your own company');
  const stays = (one: WriteProject['parties'][number]): boolean =>
    input.parties.some(({ role, companyId }) => role === one.role && companyId === one.companyId);
  if (before?.parties.some((one) => !stays(one)) === true)
    throw wrongField(
      'parties',
      '已登记的参建单位不能自行去掉，请联系劳动监察机构',
      'A party on record is taken off by the labour inspection office alone',
    );
  for (const [at, { companyId }] of input.parties.entries()) {
    if (before?.parties.some((party) => party.companyId === companyId) === true) continue;
    const company = await findCompanyRef(companyId);
    if (company?.id !== companyId || officeOf(company.areaCode) !== officeOf(input.areaCode))
      throw wrongField(`parties.${at}.companyId`, '没有这家企业', 'There is no such company');
  }
}
