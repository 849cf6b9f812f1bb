import type { CompanyAction, CompanyView } from '../../core/contract/companies.ts';
import type { Ctx } from '../../platform/context.ts';
import { isOfficeOf } from '../../platform/office-reach.ts';
import type { CompanyRecord } from './company.model.ts';
import { companySecrets } from './company.model.ts';
import { projectCountsOf } from './project-counts.ts';

/** What is merged is a page of the past; the rest is its office's to correct. */
export const companyActions = (
  company: CompanyRecord,
  ctx: Pick<Ctx, 'actor' | 'grants'>,
): CompanyAction[] =>
  company.state === 'active' && isOfficeOf(ctx, company.areaCode) ? ['edit', 'merge'] : [];

export async function companyViews(companies: readonly CompanyRecord[], ctx: Ctx): Promise<CompanyView[]> {
  const counts = await projectCountsOf(companies.map((company) => String(company._id)));
  return companies.map((company) => {
    const { name, creditCode, areaCode, address, legalRepresentative, state, mergedIntoId } = company;
    return {
      id: String(company._id),
      version: company.version,
      name,
      ...(creditCode === undefined ? {} : { creditCode }),
      areaCode,
      ...(address === undefined ? {} : { address }),
      ...(legalRepresentative === undefined ? {} : { legalRepresentative }),
      ...companySecrets.maskFields(company),
      state,
      ...(mergedIntoId === undefined ? {} : { mergedIntoId }),
      formerNames: company.formerNames,
      projectCount: counts.get(String(company._id)) ?? 0,
      createdAt: company.createdAt.toISOString(),
      actions: companyActions(company, ctx),
    };
  });
}

export async function companyView(company: CompanyRecord, ctx: Ctx): Promise<CompanyView> {
  const [view] = await companyViews([company], ctx);
  if (view === undefined) throw new Error('One company makes one view');
  return view;
}
