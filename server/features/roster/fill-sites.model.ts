import { inTransaction } from '../../platform/db.ts';
import type { Step } from '../../platform/migrations/index.ts';
import { registerMigration } from '../../platform/migrations/index.ts';
import { projectIdsAfter } from '../projects/index.ts';
import { findSites, keepSites } from './site-facts.model.ts';
import { countSites } from './site-facts.ts';

/** So many sites make one transaction. */
const PAGE = 100;

/** Sites of before they were remembered, counted from their rosters, so that no first look has to count a whole county. */
export async function fillSites({ mark, keep }: Step): Promise<void> {
  for (let after = mark; ;) {
    const page = await projectIdsAfter(after, PAGE);
    after = page.at(-1);
    if (after === undefined) return;
    // In a transaction: who counts a site at the same time goes first, and has the newer count.
    const filled = await inTransaction(async () => {
      const known = await findSites(page);
      const counted = await countSites(page.filter((id) => !known.has(id)));
      await keepSites(counted);
      return counted.size;
    });
    await keep(after, filled);
  }
}

registerMigration({ number: 2, name: 'rosterSitesCounted', run: fillSites });
