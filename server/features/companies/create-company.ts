import type { CompanyView, WriteCompany } from '../../core/contract/companies.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { checkCompany } from './check-company.ts';
import { companyView } from './company-view.ts';
import { insertCompany } from './company.model.ts';

/** Puts a company on record. `id` is for seeds, which other records refer to. */
export async function createCompany(input: WriteCompany, ctx: Ctx, id?: string): Promise<CompanyView> {
  return inTransaction(async () => {
    const checked = await checkCompany(input, null, ctx);
    const company = await insertCompany({
      ...checked,
      ...(id === undefined ? {} : { id }),
      state: 'active',
      formerNames: [],
      createdAt: ctx.now,
    });
    const facts = {
      name: company.name,
      ...(company.creditCode === undefined ? {} : { creditCode: company.creditCode }),
    };
    const { areaCode } = company;
    const subject = `company:${String(company._id)}` as const;
    await appendEvent({ subject, areaCode, action: 'company.created', facts }, ctx);
    return companyView(company, ctx);
  });
}
