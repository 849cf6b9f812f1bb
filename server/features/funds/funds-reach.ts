import { anyOf, areaRange, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { officeLimits } from '../../platform/office-reach.ts';
import { ownCompanyIds } from '../companies/index.ts';
import { projectIdsOf } from '../projects/index.ts';

type Filter = Record<string, unknown>;
type Reader = Pick<Ctx, 'actor' | 'grants'>;

/** Accounts kept at the reader's own branch. */
export function ownBranches(reader: Reader): Filter[] {
  return reader.grants.flatMap(({ role, areaCode, bankBranchCode }) =>
    role === 'bank' && bankBranchCode !== undefined
      ? [{ branchCode: bankBranchCode, areaCode: areaRange(areaCode) }]
      : [],
  );
}

const asBank = (reader: Reader): Filter[] => (reader.actor.kind === 'system' ? [{}] : ownBranches(reader));

async function ofCompany(reader: Reader, role: 'generalContractor' | 'projectOwner'): Promise<string[]> {
  return reader.actor.kind === 'system' ? [] : projectIdsOf(await ownCompanyIds(reader), [role]);
}

async function asCompany(reader: Reader, role: 'generalContractor' | 'projectOwner'): Promise<Filter[]> {
  const own = await ofCompany(reader, role);
  return own.length === 0 ? [] : [{ projectId: { $in: own } }];
}

/** The banks' and offices' limits and those of the general contractor: who sees all of an account. */
export async function moneyWithin(reader: Reader): Promise<Filter> {
  const leaders = reader.grants.flatMap(({ role, areaCode }) =>
    role === 'leader' ? [inArea(areaCode)] : [],
  );
  return anyOf([
    ...officeLimits(reader),
    ...leaders,
    ...ownBranches(reader),
    ...(await asCompany(reader, 'generalContractor')),
  ]);
}

/** The same and the owner, who sees that there is an account and what it paid into it. */
export async function accountsWithin(reader: Reader): Promise<Filter> {
  const owners = await asCompany(reader, 'projectOwner');
  const all = await moneyWithin(reader);
  return owners.length === 0 ? all : { $or: [all, ...owners] };
}

/** What only the bank that keeps the account may do. */
export const branchWithin = (reader: Reader): Filter => anyOf(asBank(reader));

/** Of several records each with its own limits: an owner sees his labour cost, everybody else all. */
export async function transactionsWithin(projectId: string, reader: Reader): Promise<Filter> {
  const isOwner = (await ofCompany(reader, 'projectOwner')).includes(projectId);
  const all = await moneyWithin(reader);
  return isOwner ? { $or: [all, { projectId, kind: 'labourCost' }] } : all;
}
