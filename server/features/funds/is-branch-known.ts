import { areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { systemCtx } from '../../platform/context.ts';
import { listUsers } from '../accounts/index.ts';
import { hasLedger } from './ledger.model.ts';

const MOST_AT_ONCE = 200;

/** Is this a branch of the area: does it keep a wage account there, or does a clerk work for it there? */
export async function isBranchKnown(branchCode: string, areaCode: string, ctx: Ctx): Promise<boolean> {
  if (await hasLedger({ branchCode, areaCode: areaRange(areaCode) })) return true;
  const system = systemCtx('funds', { now: ctx.now, today: ctx.today });
  const asked = { role: 'bank', areaCode, state: 'active', limit: MOST_AT_ONCE } as const;
  let cursor: string | undefined;
  do {
    const page = await listUsers({ ...asked, ...(cursor === undefined ? {} : { cursor }) }, system);
    if (page.items.some(({ grants }) => grants.some((grant) => grant.bankBranchCode === branchCode)))
      return true;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return false;
}
