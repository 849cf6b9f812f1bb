import type { ListingView, OpenListing } from '../../core/contract/listings.ts';
import { NO_ORDER } from '../../core/listings/listing-now.ts';
import { orderToRestOn } from '../../core/listings/payment-orders.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import type { NewLife } from '../../platform/lives/index.ts';
import { openLife } from '../../platform/lives/index.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import type { CaseRecord } from '../cases/index.ts';
import { demandNotRecused, getCaseRecord } from '../cases/index.ts';
import { findCompanyRef } from '../companies/index.ts';
import { NOT_LISTED } from './after-step.ts';
import { checkPersons } from './check-persons.ts';
import { writePersons } from './listed-person.model.ts';
import { LISTING_KIND } from './listing-kind.ts';
import { listingView } from './listing-view.ts';
import { listingsOfCase } from './listing.model.ts';
import type { ListingRecord } from './listing.record.ts';
import { tellListing } from './tell-listing.ts';

/** All that the case knows of as owed has been seen paid. */
export const isCasePaid = ({ owedFen, seenFen }: Pick<CaseRecord, 'owedFen' | 'seenFen'>): boolean =>
  owedFen > 0 && seenFen >= owedFen;

/**
 * Proposes to list a party of a case whose order to pay was missed, with those who answer for it beside it.
 * @law BLK-5-1
 * @law BLK-5-2
 */
export function openListing({ caseId, party, persons, given }: OpenListing, ctx: Ctx): Promise<ListingView> {
  return inTransaction(async () => {
    const theCase = await getCaseRecord(caseId, ctx);
    demandNotRecused(theCase, ctx);
    checkPersons(persons, ctx.today);
    const fresh = await freshListing(theCase, party, ctx);
    const kind: typeof LISTING_KIND = {
      ...LISTING_KIND,
      ground: async (record, reader) => ({
        ...(await LISTING_KIND.ground(record, reader)),
        isPaid: isCasePaid(theCase),
      }),
    };
    const names = [...new Set(persons.map(({ name }) => name))];
    const record = await openLife(kind, { ...fresh, personNames: names }, given, ctx, () => ({
      facts: { case: caseId, party, persons: persons.length },
      andAlso: async (made) => {
        await writePersons(String(made._id), persons);
        await tellListing(made, 'open', ctx);
      },
    }));
    return listingView(record, ctx);
  });
}

async function freshListing(
  theCase: CaseRecord,
  party: OpenListing['party'],
  ctx: Ctx,
): Promise<NewLife<ListingRecord>> {
  const named = theCase[party];
  if (named === undefined) throw wrongField('party', '本案没有这一方', 'The case has no such party');
  const caseId = String(theCase._id);
  const order = orderToRestOn(theCase, ctx.today);
  if (order === undefined) throw new AppError('notYet', { ...NO_ORDER });
  const running = await listingsOfCase(caseId, { isOpen: true });
  if (running.some(({ companyName, companyId }) => isSame({ companyName, companyId }, named)))
    throw new AppError('alreadyExists', { what: '列入办理 / listing of this party' });
  const company = named.companyId === undefined ? null : await findCompanyRef(named.companyId);
  return {
    ...{ caseId, caseNumber: theCase.caseNumber, officeCode: theCase.officeCode, areaCode: theCase.areaCode },
    ...(company === null ? {} : { companyId: company.id }),
    companyName: company?.name ?? named.name,
    ...(company?.creditCode === undefined ? {} : { creditCode: company.creditCode }),
    ...{ order, personNames: [], proposedBy: ctx.actor.kind === 'user' ? actorUserId(ctx) : '' },
    ...NOT_LISTED,
  };
}

const isSame = (
  one: { companyId?: string | undefined; companyName: string },
  party: { companyId?: string; name: string },
): boolean =>
  party.companyId === undefined ? one.companyName === party.name : one.companyId === party.companyId;
