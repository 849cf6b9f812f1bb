import { inTransaction } from '../../platform/db.ts';
import { registerStoreFill } from '../../platform/store-fills.ts';
import { projectIdsAfter } from '../projects/index.ts';
import { findSites, keepSites } from './site-facts.model.ts';
import { countSites } from './site-facts.ts';

/** So many sites make one transaction. */
const PAGE = 100;

/** Sites of before they were remembered, counted from their rosters, so that no first look has to count a whole county. */
export async function fillSites(): Promise<number> {
  let filled = 0;
  for (let ids = await projectIdsAfter(undefined, PAGE); ids.length > 0;) {
    const page = ids;
    // In a transaction: who counts a site at the same time goes first, and has the newer count.
    filled += await inTransaction(async () => {
      const known = await findSites(page);
      const counted = await countSites(page.filter((id) => !known.has(id)));
      await keepSites(counted);
      return counted.size;
    });
    ids = await projectIdsAfter(page.at(-1), PAGE);
  }
  return filled;
}

registerStoreFill({ name: 'rosterSitesCounted', run: fillSites });
