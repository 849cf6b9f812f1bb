import type { CompanyName } from '../../core/contract/companies.ts';
import { checkCreditCode } from '../../core/kit/identity-numbers.ts';
import { anyOf, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { Companies } from './company.model.ts';

export interface LookUpCompanies {
  /** A whole name, or a whole credit code. */
  q: string;
}

/** A county keeps one register of companies; its towns share it. */
const OFFICE_DIGITS = 6;
export const officeOf = (areaCode: string): string => areaCode.slice(0, OFFICE_DIGITS);

/** Namesakes are few; more would only serve somebody who reads the register from end to end. */
const MOST = 5;

/** Companies on record at the reader's office by exact name or credit code: who it is, and nothing else about it. */
export async function lookUpCompanies({ q }: LookUpCompanies, ctx: Ctx): Promise<CompanyName[]> {
  const code = checkCreditCode(q);
  const offices = [...new Set(ctx.grants.map(({ areaCode }) => officeOf(areaCode)))];
  const named = code.ok ? { creditCode: code.value } : { name: q };
  const found = await Companies.find({ $and: [named, { state: 'active' }, anyOf(offices.map(inArea))] })
    .limit(MOST)
    .lean();
  return found.map(({ _id, name }) => ({ id: String(_id), name }));
}
