import type { RatingRow, RatingState } from '../../core/contract/credit.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { CreditGrade } from '../../core/credit/grade.ts';
import { inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { searchFilter } from '../../platform/search/index.ts';
import { ratingsWithin } from './credit-reach.ts';
import { ratingRow } from './credit-view.ts';
import type { RatingRecord } from './rating.model.ts';
import { Ratings } from './rating.model.ts';

export interface ListRatings extends PageQuery {
  /** Part of the company's name, its initials, or its credit code. */
  q?: string;
  areaCode?: string;
  companyId?: string;
  year?: number;
  grade?: CreditGrade;
  state?: RatingState;
}
export const RATING_SORTS = { year: 'year', companyName: 'companyName', openedOn: 'openedOn' } as const;

/** The yearly grades this reader may see, newest year first; a company sees its own once they were told. */
export async function listRatings(query: ListRatings, ctx: Ctx): Promise<Page<RatingRow>> {
  const { q, areaCode, companyId, year, grade, state } = query;
  const plain = Object.entries({ companyId, year, grade, state }).filter(([, value]) => value !== undefined);
  const limits = {
    $and: [
      await ratingsWithin(ctx),
      Object.fromEntries(plain),
      ...(areaCode === undefined ? [] : [inArea(areaCode)]),
      ...(q === undefined ? [] : [searchFilter(q)]),
    ],
  };
  const page = await keysetPage<RatingRecord>(Ratings, {
    ...{ sorts: RATING_SORTS, fallback: '-year', limits, query },
  });
  return { ...page, items: page.items.map(ratingRow) };
}
