import type { CompanyView, WriteCompany } from '../../core/contract/companies.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { touchProjectsOf } from '../../platform/touched-projects.ts';
import { checkCompany } from './check-company.ts';
import { companyActions, companyView } from './company-view.ts';
import { changeCompany, companySearch, companySecrets } from './company.model.ts';
import { getCompanyRecord } from './get-company.ts';

const OPTIONAL = ['creditCode', 'address', 'legalRepresentative'] as const;

/** Corrects what is on record; a phone that is not given stays, because nobody was shown the whole of it. */
export async function editCompany(
  id: string,
  version: number,
  input: WriteCompany,
  ctx: Ctx,
): Promise<CompanyView> {
  return inTransaction(async () => {
    const company = await getCompanyRecord(id, ctx);
    if (!companyActions(company, ctx).includes('edit'))
      throw new AppError('conflict', { state: company.state });
    const { phone, ...plain } = await checkCompany(input, id, ctx);
    const gone = OPTIONAL.filter((field) => plain[field] === undefined && company[field] !== undefined);
    const changed = await changeCompany(company._id, version, {
      set: {
        ...plain,
        ...companySecrets.sealFields(company._id, { phone }),
        ...companySearch({ formerNames: company.formerNames, ...plain }),
      },
      unset: Object.fromEntries(gone.map((field) => [field, 1])),
    });
    if (changed === null) throw new AppError('staleVersion');
    const fields = [...(['name', 'areaCode', ...OPTIONAL] as const)].filter(
      (field) => company[field] !== changed[field],
    );
    // Who heads it may stand on the list of dishonest debtors with another company.
    if (fields.includes('name') || fields.includes('legalRepresentative')) await touchProjectsOf([id]);
    await appendEvent(
      {
        subject: `company:${id}`,
        areaCode: changed.areaCode,
        action: 'company.edited',
        facts: { fields: [...fields, ...(phone === undefined ? [] : ['phone'])] },
      },
      ctx,
    );
    return companyView(changed, ctx);
  });
}
