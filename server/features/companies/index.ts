export { COMPANIES_PERMISSIONS } from './companies.permissions.ts';
export { companiesRoutes } from './companies.routes.ts';
export { mergeIntoBody } from './companies.schemas.ts';
export { ownCompanies, ownCompanyIds } from './company-reach.ts';
export { companyIdsHeadedBy } from './company.model.ts';
export {
  companyCardOf,
  companyNamesOf,
  companyRefsOf,
  findCompanyRef,
  findCompanyRefByCode,
  standingCompanyIds,
} from './company-refs.ts';
export type { CompanyRef } from './company-refs.ts';
export { createCompany } from './create-company.ts';
export { companiesAfter } from './companies-after.ts';
export { getCompany } from './get-company.ts';
export { listCompanies } from './list-companies.ts';
export { requireKnownArea } from './known-area.ts';
export { officeOf } from './look-up-companies.ts';
export { provideProjectCounts } from './project-counts.ts';
