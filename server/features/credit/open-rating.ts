import type { OpenRating, RatingView } from '../../core/contract/credit.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { openLife } from '../../platform/lives/index.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import type { CompanyRef } from '../companies/index.ts';
import { companyInReach } from './credit-reach.ts';
import { ratingKind } from './rating-kind.ts';
import { ratingView } from './rating-view.ts';
import type { RatingRecord } from './rating.model.ts';
import { ratedIn, ratingSearch } from './rating.model.ts';
import type { CompanyRecordOn } from './read-grade.ts';
import { frozen, readGrades, yearOf } from './read-grade.ts';

/**
 * Proposes the grade of a company for a past year from its record of today; the facts are frozen with it. A company has one
 * grade for a year.
 * @law CRD-1
 */
export async function openRating({ companyId, year, given }: OpenRating, ctx: Ctx): Promise<RatingView> {
  const company = await companyInReach(companyId, ctx);
  if (year >= yearOf(ctx.today))
    throw wrongField(
      'year',
      '年度还没有结束，只评价上一年度',
      'That year is not over: a grade is about a past one',
    );
  if ((await ratedIn(year, [company.id])).has(company.id))
    throw new AppError('alreadyExists', { what: '年度等级 / yearly grade', year });
  const read = (await readGrades([company.id], year, ctx.today)).get(company.id);
  if (read === undefined) throw new AppError('notFound');
  return ratingView(await putRating(company, read, given, ctx), ctx);
}

/** Opens one with the facts that were read for it; also inside a job over many companies. */
export function putRating(
  { id: companyId, name: companyName, areaCode, creditCode }: CompanyRef,
  read: CompanyRecordOn,
  given: OpenRating['given'],
  ctx: Ctx,
): Promise<RatingRecord> {
  const { year, proposed } = read.grade;
  const fresh = {
    ...{ areaCode, companyId, companyName, year, readings: [frozen(read, ctx.now)] },
    ...(creditCode === undefined ? {} : { creditCode }),
    ...(proposed === undefined ? {} : { proposed }),
    ...ratingSearch(companyName, creditCode),
  };
  return openLife(ratingKind([]), fresh, given, ctx, () => ({
    facts: { companyId, year, proposed: proposed ?? 'none', readOn: read.grade.day },
  })).catch(retryWhenTaken);
}
