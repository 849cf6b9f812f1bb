import type { CompanyRecord } from './company.model.ts';
import { findCompaniesByIds, findCompany, findCompanyByCreditCode } from './company.model.ts';

/** What other features keep or show of a company. */
export interface CompanyRef {
  id: string;
  name: string;
  areaCode: string;
  creditCode?: string;
  legalRepresentative?: string;
}

/** The company on record under this id today: of a merged one, the record that stands for it. Null when there is none. */
export async function findCompanyRef(id: string): Promise<CompanyRef | null> {
  const found = await findCompany(id);
  if (found === null) return null;
  if (found.mergedIntoId === undefined) return refOf(found);
  const survivor = await findCompany(found.mergedIntoId);
  return survivor === null ? null : refOf(survivor);
}

/** The company with this credit code, whose office ever keeps it; of a merged one the record that stands for it. */
export async function findCompanyRefByCode(creditCode: string): Promise<CompanyRef | null> {
  const found = await findCompanyByCreditCode(creditCode);
  return found === null ? null : findCompanyRef(String(found._id));
}

/** These companies by id in one query; ids of nobody are left out. */
export async function companyRefsOf(ids: readonly string[]): Promise<Map<string, CompanyRef>> {
  const found = await findCompaniesByIds(ids);
  return new Map(found.map((company) => [String(company._id), refOf(company)]));
}

/** Under which id each of these companies stands today, in one query: of merged ones that of the record that stands for them. */
export async function standingCompanyIds(ids: readonly string[]): Promise<Map<string, string>> {
  const found = await findCompaniesByIds(ids);
  const merged = found.map(({ _id, mergedIntoId = String(_id) }) => [String(_id), mergedIntoId] as const);
  return new Map([...ids.map((id) => [id, id] as const), ...merged]);
}

/** What a paper about a company says of it, as the register has it today; null when there is no such company. */
export async function companyCardOf(
  id: string,
): Promise<(CompanyRef & { address?: string; legalRepresentative?: string }) | null> {
  const found = await findCompany(id);
  if (found === null) return null;
  if (found.mergedIntoId !== undefined) return companyCardOf(found.mergedIntoId);
  const { address, legalRepresentative } = found;
  return {
    ...refOf(found),
    ...(address === undefined ? {} : { address }),
    ...(legalRepresentative === undefined ? {} : { legalRepresentative }),
  };
}

export const refOf = ({
  _id,
  name,
  areaCode,
  creditCode,
  legalRepresentative,
}: CompanyRecord): CompanyRef => ({
  id: String(_id),
  name,
  areaCode,
  ...(creditCode === undefined ? {} : { creditCode }),
  ...(legalRepresentative === undefined ? {} : { legalRepresentative }),
});

/** The names of these companies in one query, by id; ids of nobody are left out. */
export async function companyNamesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const found = await findCompaniesByIds(ids);
  return new Map(found.map((company) => [String(company._id), company.name]));
}
