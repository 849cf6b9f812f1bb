import type { ListingView, RevealListedPerson, WriteListedPersons } from '../../core/contract/listings.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { revealField } from '../../platform/crypto/index.ts';
import { inTransaction } from '../../platform/db.ts';
import { getLife } from '../../platform/lives/index.ts';
import { demandNotRecused, getCaseRecord } from '../cases/index.ts';
import { checkPersons } from './check-persons.ts';
import { personSecrets, personsOf, writePersons } from './listed-person.model.ts';
import { LISTING_KIND, listingsWithin } from './listing-kind.ts';
import { editsPersons, listingView } from './listing-view.ts';
import { setPersonNames } from './listing.model.ts';

/** Puts right who is to be listed beside the company, until the decision names them. @law BLK-5-2 */
export function editPersons(
  id: string,
  version: number,
  { persons }: WriteListedPersons,
  ctx: Ctx,
): Promise<ListingView> {
  return inTransaction(async () => {
    const record = await getLife(LISTING_KIND, id, listingsWithin(ctx));
    if (record.version !== version) throw new AppError('staleVersion');
    demandNotRecused(await getCaseRecord(record.caseId, ctx), ctx);
    if (!editsPersons(record, ctx)) throw new AppError('conflict', { state: record.state });
    checkPersons(persons, ctx.today);
    const changed = await setPersonNames(record, [...new Set(persons.map(({ name }) => name))]);
    if (changed === null) throw new AppError('staleVersion');
    await writePersons(id, persons);
    const { areaCode } = record;
    const facts = { persons: persons.length };
    await appendEvent({ subject: `listing:${id}`, areaCode, action: 'listing.persons', facts }, ctx);
    return listingView(changed, ctx);
  });
}

/** The whole identity number of a listed person, for a stated reason; every view is an event. */
export async function revealPerson(
  { id, personId }: { id: string; personId: string },
  { reason }: RevealListedPerson,
  ctx: Ctx,
): Promise<{ value: string }> {
  const { areaCode } = await getLife(LISTING_KIND, id, listingsWithin(ctx));
  const read = async (): Promise<string | undefined> => {
    const one = (await personsOf([id])).get(id)?.find(({ _id }) => String(_id) === personId);
    if (one === undefined) throw new AppError('notFound');
    return personSecrets.openFields(one).citizenId;
  };
  const value = await revealField(
    { subject: `listing:${id}`, areaCode, field: 'citizenId', reason, read },
    ctx,
  );
  return { value };
}
