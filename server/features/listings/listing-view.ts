import type {
  ListedPersonView,
  ListingRow,
  ListingState,
  ListingView,
} from '../../core/contract/listings.ts';
import { nextDueView } from '../../core/law/deadline-view.ts';
import { NEVER_DUE } from '../../core/law/due-range.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { BEFORE_DECISION, earlyRemovalNeeds, spareNeeds } from '../../core/listings/listing-figures.ts';
import { LISTING } from '../../core/listings/listing-table.ts';
import { ofOffice } from '../../core/lives/own-periods.ts';
import type { Reader } from '../../platform/lives/index.ts';
import { citationWords, viewOfLife } from '../../platform/lives/index.ts';
import type { ListedPersonRecord } from './listed-person.model.ts';
import { personSecrets, personsOf } from './listed-person.model.ts';
import { filesOfSteps } from '../files/index.ts';
import { LISTING_KIND, listingRoles } from './listing-kind.ts';
import type { ListingRecord } from './listing.record.ts';

/** Persons may be put right until the decision names them. */
export const editsPersons = (record: ListingRecord, reader: Reader): boolean =>
  BEFORE_DECISION.includes(record.state) && listingRoles(record, reader).includes('inspector');

const known = <Key extends string>(key: Key, day: ListingRecord['listedFrom']) =>
  (day === NEVER_DUE ? {} : { [key]: day }) as Partial<Record<Key, ListingRecord['listedFrom']>>; // one computed key

/** One line of the list; the calendar is that of the office. */
export function listingRow(
  record: ListingRecord,
  calendar: Calendar,
  today: ListingRecord['openedOn'],
): ListingRow {
  const { companyId, facts, state } = record;
  const { owedFen, decisionNumber } = facts;
  const nextDue = record.isOpen ? nextDueView(ofOffice(record.deadlines), today, calendar) : undefined;
  return {
    ...{ id: String(record._id), version: record.version, areaCode: record.areaCode },
    state: state as ListingState, // the table's states are these
    stateName: LISTING.states[state] ?? LISTING.name,
    ...{ caseId: record.caseId, caseNumber: record.caseNumber, companyName: record.companyName },
    ...(companyId === undefined ? {} : { companyId }),
    openedOn: record.openedOn,
    ...(typeof owedFen === 'number' ? { owedFen: owedFen as Fen } : {}), // the form takes whole fen
    ...(typeof decisionNumber === 'string' ? { decisionNumber } : {}),
    ...known('listedFrom', record.listedFrom),
    ...known('listedUntil', record.listedUntil),
    ...(nextDue === undefined ? {} : { nextDue }),
  };
}

/** The listing as this reader may see it, with what he can do and what early removal still needs. */
export async function listingView(record: ListingRecord, reader: Reader): Promise<ListingView> {
  const { companyId, creditCode, order, facts, deadlines, state } = record;
  const handles = listingRoles(record, reader).length > 0;
  const persons = (await personsOf([String(record._id)])).get(String(record._id)) ?? [];
  const now = { ...(await LISTING_KIND.ground(record, reader)), state, facts, deadlines };
  return {
    ...(await viewOfLife(LISTING_KIND, record, reader)),
    ...{ areaCode: record.areaCode, caseId: record.caseId, caseNumber: record.caseNumber },
    ...(companyId === undefined ? {} : { companyId }),
    companyName: record.companyName,
    ...(creditCode === undefined ? {} : { creditCode }),
    order: { servedOn: order.servedOn, payBy: order.payBy },
    persons: persons.map((one) => personView(one, handles)),
    editsPersons: editsPersons(record, reader),
    files: handles ? await filesOfSteps(record.history) : [],
    ...known('listedFrom', record.listedFrom),
    ...known('listedUntil', record.listedUntil),
    ...known('publishedOn', record.publishedOn),
    needs: [...spareNeeds(now), ...earlyRemovalNeeds(now)].map(({ words, isMet, cite }) => {
      const citation = citationWords(cite);
      return {
        words,
        ...(isMet === undefined ? {} : { isMet }),
        ...(citation === undefined ? {} : { citation }),
      };
    }),
  };
}

function personView(one: ListedPersonRecord, handles: boolean): ListedPersonView {
  const { _id, kind, name, post } = one;
  return { id: String(_id), kind, name, post, ...(handles ? personSecrets.maskFields(one) : {}) };
}
