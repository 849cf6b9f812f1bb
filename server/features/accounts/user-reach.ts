import type { Grant } from '../../core/contract/roles.ts';
import { anyOf, areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';

/** A part of the country, or one company's people in it, in which a reader may see or handle accounts. */
interface Reach {
  areaCode: string;
  companyId?: string;
}

const EVERYWHERE: readonly Reach[] = [{ areaCode: '' }];

/** Where the reader may look: administrators and auditors in their areas, a company's administrator at its people. */
function reachOf(ctx: Pick<Ctx, 'actor' | 'grants'>, roles: readonly Grant['role'][]): readonly Reach[] {
  if (ctx.actor.kind === 'system') return EVERYWHERE;
  return ctx.grants.flatMap((grant): Reach[] => {
    if (!roles.includes(grant.role)) return [];
    if (grant.role !== 'contractor') return [{ areaCode: grant.areaCode }];
    if (grant.position !== 'companyAdmin' || grant.companyId === undefined) return [];
    return [{ areaCode: grant.areaCode, companyId: grant.companyId }];
  });
}

const toSee = (ctx: Pick<Ctx, 'actor' | 'grants'>): readonly Reach[] =>
  reachOf(ctx, ['admin', 'auditor', 'contractor']);
const toHandle = (ctx: Pick<Ctx, 'actor' | 'grants'>): readonly Reach[] =>
  reachOf(ctx, ['admin', 'contractor']);

/** The reader's limits as part of a query: at least one right of the account lies within his reach. */
export function visibleTo(ctx: Pick<Ctx, 'actor' | 'grants'>): Record<string, unknown> {
  const reaches = toSee(ctx);
  if (reaches.some((reach) => reach.areaCode === '' && reach.companyId === undefined)) return {};
  return anyOf(
    reaches.map(({ areaCode, companyId }) =>
      companyId === undefined
        ? { grants: { $elemMatch: { areaCode: areaRange(areaCode) } } }
        : { grants: { $elemMatch: { role: 'contractor', companyId, areaCode: areaRange(areaCode) } } },
    ),
  );
}

/** May the reader handle an account with these rights, or give them? Each must lie within his reach. */
export function mayHandle(ctx: Pick<Ctx, 'actor' | 'grants'>, grants: readonly Grant[]): boolean {
  const reaches = toHandle(ctx);
  const isWithin = (grant: Grant): boolean =>
    reaches.some(
      (reach) =>
        grant.areaCode.startsWith(reach.areaCode) &&
        (reach.companyId === undefined ||
          (grant.role === 'contractor' && grant.companyId === reach.companyId)),
    );
  return reaches.length > 0 && grants.every(isWithin);
}

/** What a company sees of its people's rights: those in its own name; offices see all of them. */
export function grantsInSight(ctx: Pick<Ctx, 'actor' | 'grants'>, grants: readonly Grant[]): Grant[] {
  const reaches = toSee(ctx);
  if (reaches.some((reach) => reach.companyId === undefined)) return [...grants];
  return grants.filter((grant) => reaches.some((reach) => reach.companyId === grant.companyId));
}

/** Does the reader handle accounts for the office, not only for a company? */
export const isOffice = (ctx: Pick<Ctx, 'actor' | 'grants'>): boolean => handlingRoles(ctx).includes('admin');

/** The roles with which the reader handles accounts. */
export function handlingRoles(ctx: Pick<Ctx, 'actor' | 'grants'>): string[] {
  if (ctx.actor.kind === 'system') return ['admin'];
  return ctx.grants.map((grant) => grant.role);
}
