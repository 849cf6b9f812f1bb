import type { Ctx } from '../../platform/context.ts';
import { ensureWorker } from '../workers/index.ts';
import type { NewClaim } from './claim.model.ts';

/**
 * People of an arrears sheet whom a number identifies are on record as workers, each once; in the transaction that
 * enters them. Whoever made a report is put on no list.
 * @law INS-9-1
 */
export async function keepPeopleOnRecord(
  claims: readonly NewClaim[],
  areaCode: string,
  ctx: Ctx,
): Promise<void> {
  for (const { identityHidden, name, citizenId, phone } of claims) {
    if (identityHidden || name === undefined) continue;
    if (citizenId === undefined && phone === undefined) continue;
    await ensureWorker({ name, citizenId, phone, areaCode }, ctx);
  }
}
