import type { CompanyView } from '../../core/contract/companies.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { companiesWithin } from './company-reach.ts';
import { companyView } from './company-view.ts';
import type { CompanyRecord } from './company.model.ts';
import { findCompanyWithin } from './company.model.ts';

/** The company, within the reader's limits; throws notFound otherwise. */
export async function getCompanyRecord(id: string, ctx: Ctx): Promise<CompanyRecord> {
  const company = await findCompanyWithin(id, await companiesWithin(ctx));
  if (company === null) throw new AppError('notFound');
  return company;
}

/** One company of the reader's area, or his own. */
export const getCompany = async (id: string, ctx: Ctx): Promise<CompanyView> =>
  companyView(await getCompanyRecord(id, ctx), ctx);
