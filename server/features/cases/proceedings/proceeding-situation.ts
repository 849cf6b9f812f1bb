import type { PlainDate } from '../../../core/kit/plain-date.ts';
import type { Calendar } from '../../../core/law/calendar/calendar.ts';
import type { AreaNumbers, Situation } from '../../../core/proceedings/proceeding-table.ts';
import { PARTY_ROLES } from '../../../core/proceedings/proceeding-table.ts';
import { UNOPENED } from '../../../core/lives/life-table.ts';
import { loadCalendar } from '../../calendar/index.ts';
import { findParameters } from '../../parameters/index.ts';
import { lastPaymentsOf } from '../case-record-of-companies.ts';
import type { CaseRecord } from '../case.record.ts';
import { isAllSeen } from '../sheet-totals.ts';
import type { ProceedingRecord } from './proceeding.record.ts';

/** What is read once for all proceedings of a case: what its area decides for itself, and when its people were paid. */
export interface Ground {
  allPaidOn?: PlainDate;
  today: PlainDate;
  calendar: Calendar;
  area: AreaNumbers;
}

const KEYS = ['hearingFineUnit', 'hearingFinePerson', 'bondPaymentDays', 'bondRefillDays'] as const;
const numberIn = <Name extends string>(name: Name, value: unknown): Partial<Record<Name, number>> =>
  typeof value === 'number' ? ({ [name]: value } as Record<Name, number>) : {}; // one computed key

export async function groundOf(
  { _id, officeCode, headcount, sheet }: Pick<CaseRecord, '_id' | 'officeCode' | 'headcount' | 'sheet'>,
  today: PlainDate,
): Promise<Ground> {
  const calendar = await loadCalendar(officeCode);
  const set = await findParameters(KEYS, officeCode, today);
  const area: AreaNumbers = {
    ...numberIn('hearingFineUnit', set.hearingFineUnit),
    ...numberIn('hearingFinePerson', set.hearingFinePerson),
    workingDays: {
      ...numberIn('bondPayment', set.bondPaymentDays),
      ...numberIn('bondRefill', set.bondRefillDays),
    },
  };
  const id = String(_id);
  const allPaidOn = isAllSeen({ headcount, sheet }) ? (await lastPaymentsOf([id])).get(id) : undefined;
  return { today, calendar, area, ...(allPaidOn === undefined ? {} : { allPaidOn }) };
}

/** What the tables may look at: of a proceeding, or of one that is about to be opened. */
export function situationOf(
  record: Pick<
    CaseRecord,
    'state' | 'filedOn' | 'orders' | 'proceedings' | 'respondent' | 'primaryPayer' | 'firstPayer'
  >,
  one: Pick<ProceedingRecord, 'id' | 'state' | 'facts' | 'deadlines'> | undefined,
  { allPaidOn, ...ground }: Ground,
): Situation {
  const { state, filedOn, orders, proceedings = [] } = record;
  return {
    ...ground,
    state: one?.state ?? UNOPENED,
    facts: one?.facts ?? {},
    deadlines: one?.deadlines ?? [],
    theCase: {
      ...{ state, filedOn, orders },
      ...(allPaidOn === undefined ? {} : { allPaidOn }),
      parties: PARTY_ROLES.filter((role) => record[role] !== undefined),
    },
    others: proceedings.filter(({ id }) => id !== one?.id),
  };
}
