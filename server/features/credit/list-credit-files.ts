import type { CreditFileRow } from '../../core/contract/credit.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import { listCompanies } from '../companies/index.ts';
import { openArrearsOf } from './case-source.ts';
import { isListed } from './credit-file.ts';
import { readCreditSource } from './credit-sources.ts';
import { ratingsWithin } from './credit-reach.ts';
import { ratingsOf } from './rating.model.ts';

export interface ListCreditFiles extends PageQuery {
  /** Part of a name or credit code, or initials. */
  q?: string;
  areaCode?: string;
}

/** The companies of the reader's office with what their files come to: a fixed number of queries a page. */
export async function listCreditFiles(query: ListCreditFiles, ctx: Ctx): Promise<Page<CreditFileRow>> {
  const page = await listCompanies(query, ctx);
  const ids = page.items.map(({ id }) => id);
  const inForce = (await ratingsOf(ids, await ratingsWithin(ctx))).filter(({ state }) => state === 'final');
  const arrears = await openArrearsOf(ids);
  const listings = await readCreditSource('listings', ids, ctx.today);
  return {
    ...page,
    items: page.items.map(({ id, name, creditCode, areaCode }) => {
      const rated = inForce.find(({ companyId }) => companyId === id);
      const owed = arrears.get(id);
      const listed = listings.find((entry) => entry.companyId === id && isListed(entry, ctx.today));
      return {
        ...{ id, name, areaCode },
        ...(creditCode === undefined ? {} : { creditCode }),
        ...(rated?.grade === undefined ? {} : { grade: rated.grade, year: rated.year }),
        ...(owed === undefined ? {} : { openArrears: owed }),
        ...(listed === undefined ? {} : { listedOn: listed.on }),
      };
    }),
  };
}
