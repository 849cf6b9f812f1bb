import { fileIdsOf, openHeldFiles } from '../files/index.ts';
import { caseEntriesOf } from './case-source.ts';
import { registerCreditSource } from './credit-sources.ts';
import {
  alertEntriesOf,
  complaintEntriesOf,
  findingEntriesOf,
  inspectionEntriesOf,
  listingEntriesOf,
  publicationEntriesOf,
} from './other-sources.ts';
import { ratingsWithin, seesAll } from './credit-reach.ts';
import { asRatings, Ratings } from './rating.model.ts';
import { stepsShown } from './rating-view.ts';

registerCreditSource('cases', caseEntriesOf, ['handled', 'orderRefused']);
registerCreditSource('inspections', inspectionEntriesOf, ['finding']);
registerCreditSource('findings', findingEntriesOf);
registerCreditSource('alerts', alertEntriesOf);
registerCreditSource('complaints', complaintEntriesOf);
registerCreditSource('listings', listingEntriesOf);
registerCreditSource('publications', publicationEntriesOf);

/** What was attached to a step lies open to those who see that step. */
openHeldFiles('rating', async (id, fileId, ctx) => {
  const own = { $and: [{ _id: id }, await ratingsWithin(ctx)] };
  const found = asRatings(await Ratings.find(own, { areaCode: 1, history: 1 }).limit(1).lean());
  return found.some(({ areaCode, history }) =>
    stepsShown(history, seesAll(areaCode, ctx)).some((step) => fileIdsOf(step).includes(fileId)),
  );
});
