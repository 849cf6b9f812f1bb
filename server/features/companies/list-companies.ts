import type { CompanyState, CompanyView } from '../../core/contract/companies.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import { inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { searchFilter } from '../../platform/search/index.ts';
import { companiesWithin } from './company-reach.ts';
import { companyViews } from './company-view.ts';
import type { CompanyRecord } from './company.model.ts';
import { Companies } from './company.model.ts';

export interface ListCompanies extends PageQuery {
  /** Part of a name or credit code, or initials. */
  q?: string;
  areaCode?: string;
  /** Companies that stand for themselves when missing. */
  state?: CompanyState;
}

export const COMPANY_SORTS = { name: 'name', createdAt: 'createdAt' } as const;

/** The companies this reader may see, filtered and sorted, a page at a time; `total` counts all that match. */
export async function listCompanies(query: ListCompanies, ctx: Ctx): Promise<Page<CompanyView>> {
  const { q, areaCode, state = 'active' } = query;
  const limits = {
    $and: [
      await companiesWithin(ctx),
      { state },
      ...(areaCode === undefined ? [] : [inArea(areaCode)]),
      ...(q === undefined ? [] : [searchFilter(q)]),
    ],
  };
  const page = await keysetPage<CompanyRecord>(Companies, {
    sorts: COMPANY_SORTS,
    fallback: '-createdAt',
    limits,
    query,
  });
  return { ...page, items: await companyViews(page.items, ctx) };
}
