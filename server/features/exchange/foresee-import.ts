import type { BundleCounts, BundleTaken } from '../../core/contract/standard-data.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { requireOffice } from '../../platform/office-reach.ts';
import type { LooseBundle } from './check-bundle.ts';
import { checkBundle } from './check-bundle.ts';
import { takeIn } from './take-in.ts';

/**
 * What an import would make of a bundle, or every fault by its path. The import itself runs, through the very rules that
 * will judge it, in a transaction that is undone: a check of its own could promise what the import then refuses.
 */
export async function foreseeImport(given: LooseBundle, ctx: Ctx): Promise<BundleCounts> {
  const bundle = await checkBundle(given);
  requireOffice(ctx, bundle.project.areaCode);
  try {
    return await inTransaction<never>(async () => {
      throw new Undone(await takeIn(bundle, ctx));
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    // The project's id and number were drawn for this attempt alone.
    const { companies, projects, teams, workers, attendance, payrolls } = error.taken;
    return { companies, projects, teams, workers, attendance, payrolls };
  }
}

/** Ends the transaction without a trace, and carries out what it had found. */
class Undone extends Error {
  readonly taken: BundleTaken;
  constructor(taken: BundleTaken) {
    super('An import that was only to be foreseen');
    this.taken = taken;
  }
}
