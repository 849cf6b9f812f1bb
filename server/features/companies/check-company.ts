import type { WriteCompany } from '../../core/contract/companies.ts';
import { checkCreditCode } from '../../core/kit/identity-numbers.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { companiesWithin } from './company-reach.ts';
import { findCompanyByCreditCode, findCompanyWithin } from './company.model.ts';
import { requireKnownArea } from './known-area.ts';

/**
 * Is this a company that may be on record: a credit code that can be one (VAL-USCC) and is nobody else's, in an area of
 * the writer? Another record with the code is named only where the writer may see it.
 */
export async function checkCompany(
  input: WriteCompany,
  ownId: string | null,
  ctx: Ctx,
): Promise<WriteCompany> {
  await requireKnownArea(input.areaCode, ctx);
  if (input.creditCode === undefined) return input;
  const code = checkCreditCode(input.creditCode);
  if (!code.ok) {
    throw wrongField(
      'creditCode',
      '不是有效的统一社会信用代码',
      'Not a valid unified social credit code (the check digit does not agree)',
    );
  }
  const holder = await findCompanyByCreditCode(code.value);
  if (holder !== null && String(holder._id) !== ownId) {
    const seen = await findCompanyWithin(String(holder._id), await companiesWithin(ctx));
    const named = seen === null ? {} : { id: String(seen._id), name: seen.name };
    throw new AppError('alreadyExists', { what: '统一社会信用代码 / credit code', ...named });
  }
  return { ...input, creditCode: code.value };
}
