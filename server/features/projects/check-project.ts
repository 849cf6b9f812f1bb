import type { WriteProject } from '../../core/contract/projects.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { getCompany, requireKnownArea } from '../companies/index.ts';
import { listDepartments } from '../areas/index.ts';
import { checkOwnProject, isContractor } from './own-project.ts';
import type { ProjectRecord } from './project.model.ts';

/**
 * May this be on record: in an area of the writer, supervised by a department there is, built by companies the writer
 * knows? Parties that are on record already stay, wherever their company is kept. A contractor's own site is checked by
 * rules of its own.
 */
export async function checkProject(
  input: WriteProject,
  before: ProjectRecord | null,
  ctx: Ctx,
): Promise<void> {
  await checkDepartment(input, ctx);
  if (isContractor(ctx)) return checkOwnProject(input, before, ctx);
  await requireKnownArea(input.areaCode, ctx);
  for (const [at, { companyId }] of input.parties.entries()) {
    if (before?.parties.some((party) => party.companyId === companyId) === true) continue;
    const company = await getCompany(companyId, ctx).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'notFound') throw error;
      return null;
    });
    if (company?.state !== 'active')
      throw wrongField(`parties.${at}.companyId`, '没有这家企业', 'There is no such company');
  }
}

async function checkDepartment({ industryDepartment, areaCode }: WriteProject, ctx: Ctx): Promise<void> {
  if (industryDepartment === undefined || ctx.actor.kind === 'system') return;
  const { items } = await listDepartments({});
  if (!items.some((one) => one.code === industryDepartment && areaCode.startsWith(one.areaCode)))
    throw wrongField('industryDepartment', '没有这个部门', 'There is no such department');
}
