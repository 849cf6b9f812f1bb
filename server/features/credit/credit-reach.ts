import { AppError } from '../../platform/app-error.ts';
import { anyOf, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { isOfficeOf, officeLimits } from '../../platform/office-reach.ts';
import type { CompanyRef } from '../companies/index.ts';
import { findCompanyRef, ownCompanyIds } from '../companies/index.ts';
import type { RatingRole } from '../../core/credit/rating-life.ts';
import { RATING_ROLES } from '../../core/credit/rating-life.ts';

type Reader = Pick<Ctx, 'actor' | 'grants'>;
type Filter = Record<string, unknown>;

/** A company reads a grade once it was told; until then it is the office's own. */
const TOLD = ['told', 'objected', 'rechecked', 'final'];

const leads = (areaCode: string, { grants }: Reader): boolean =>
  grants.some((grant) => grant.role === 'leader' && areaCode.startsWith(grant.areaCode));

/** Does this reader see the whole file of companies of this area, and not only the company's own side of it? */
export const seesAll = (areaCode: string, reader: Reader): boolean =>
  isOfficeOf(reader, areaCode) || leads(areaCode, reader);

/** The grades this reader may see, as part of a query. */
export async function ratingsWithin(reader: Reader): Promise<Filter> {
  const own = await ownIdsOf(reader);
  return anyOf([
    ...officeLimits(reader),
    ...reader.grants.flatMap(({ role, areaCode }) => (role === 'leader' ? [inArea(areaCode)] : [])),
    ...(own.length === 0 ? [] : [{ companyId: { $in: own }, state: { $in: TOLD } }]),
  ]);
}

/** The company whose file is asked for; one out of reach is not there. A merged one leads to the record that stands for it. */
export async function companyInReach(id: string, reader: Reader): Promise<CompanyRef> {
  const found = await findCompanyRef(id);
  if (found === null) throw new AppError('notFound');
  if (seesAll(found.areaCode, reader)) return found;
  if (!(await ownCompanyIds(reader)).includes(found.id)) throw new AppError('notFound');
  return found;
}

/** As whom this reader acts on a grade, given the companies he stands for; the system (jobs, seeds) may act as anybody. */
export function ratingRoles(
  { areaCode, companyId }: { areaCode: string; companyId: string },
  { actor, grants }: Reader,
  ownIds: readonly string[],
): RatingRole[] {
  if (actor.kind === 'system') return [...RATING_ROLES];
  return RATING_ROLES.filter((role) =>
    role === 'company'
      ? ownIds.includes(companyId)
      : grants.some((grant) => grant.role === role && areaCode.startsWith(grant.areaCode)),
  );
}

/** The companies this reader stands for; none for staff and the system. */
export const ownIdsOf = async (reader: Reader): Promise<string[]> =>
  reader.actor.kind === 'system' ? [] : ownCompanyIds(reader);
