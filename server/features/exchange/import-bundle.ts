import type { BundleTaken } from '../../core/contract/standard-data.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { requireOffice } from '../../platform/office-reach.ts';
import type { LooseBundle } from './check-bundle.ts';
import { checkBundle } from './check-bundle.ts';
import { takeIn } from './take-in.ts';

/**
 * Takes in what is not there, in one transaction: all of the bundle or, with every fault by its path, nothing. What is on
 * record stays as it is, so a bundle may come twice, and a large project in parts. Payrolls are filed by the checks of
 * any other; that money was paid is believed from a bank alone, so balanceDate is not taken over.
 * @law STD-1 STD-9
 */
export async function importBundle(given: LooseBundle, ctx: Ctx): Promise<BundleTaken> {
  const bundle = await checkBundle(given);
  requireOffice(ctx, bundle.project.areaCode);
  return inTransaction(() => takeIn(bundle, ctx));
}
