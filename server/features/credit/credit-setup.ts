import { registerFileReader } from '../files/index.ts';
import { fileHolders } from '../files/index.ts';
import { caseEntriesOf } from './case-source.ts';
import { registerCreditSource } from './credit-sources.ts';
import {
  alertEntriesOf,
  complaintEntriesOf,
  inspectionEntriesOf,
  listingEntriesOf,
  publicationEntriesOf,
} from './other-sources.ts';
import { ratingsWithin } from './credit-reach.ts';
import { Ratings } from './rating.model.ts';

registerCreditSource('cases', caseEntriesOf, ['handled', 'orderRefused']);
registerCreditSource('inspections', inspectionEntriesOf, ['finding']);
registerCreditSource('alerts', alertEntriesOf);
registerCreditSource('complaints', complaintEntriesOf);
registerCreditSource('listings', listingEntriesOf);
registerCreditSource('publications', publicationEntriesOf);

const HOLDER = 'rating:';

/** What was attached to a step lies open to those who may see the grade. */
registerFileReader('evidence', async (fileId, ctx) => {
  for (const ref of await fileHolders(fileId)) {
    if (!ref.startsWith(HOLDER)) continue;
    const own = { $and: [{ _id: ref.slice(HOLDER.length) }, await ratingsWithin(ctx)] };
    if ((await Ratings.findOne(own, { _id: 1 }).lean()) !== null) return true;
  }
  return false;
});
