import { anyOf } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { officeLimits } from '../../platform/office-reach.ts';
import { findCompaniesByIds } from './company.model.ts';

/**
 * The companies a `contractor` stands for, as they are on record today: a right given for a record that has been
 * merged since reaches the one that stands for it.
 */
export async function ownCompanyIds(ctx: Pick<Ctx, 'grants'>): Promise<string[]> {
  return [...(await ownCompanies(ctx)).values()];
}

/** The same by the id that was granted, for whoever needs to know by which grant. */
export async function ownCompanies(ctx: Pick<Ctx, 'grants'>): Promise<ReadonlyMap<string, string>> {
  const given = ctx.grants.flatMap(({ companyId }) => (companyId === undefined ? [] : [companyId]));
  const found = await findCompaniesByIds(given);
  return new Map(found.map(({ _id, mergedIntoId }) => [String(_id), mergedIntoId ?? String(_id)]));
}

/** The reader's limits as part of a query. */
export async function companiesWithin(ctx: Pick<Ctx, 'actor' | 'grants'>): Promise<Record<string, unknown>> {
  const own = await ownCompanyIds(ctx);
  return anyOf([...officeLimits(ctx), ...(own.length === 0 ? [] : [{ _id: { $in: own } }])]);
}
