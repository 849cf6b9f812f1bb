import type { PlainDate } from '../../../core/kit/plain-date.ts';
import type { Calendar } from '../../../core/law/calendar/calendar.ts';
import type { AreaNumbers, Situation } from '../../../core/proceedings/proceeding-table.ts';
import { PARTY_ROLES } from '../../../core/proceedings/proceeding-table.ts';
import { UNOPENED } from '../../../core/lives/life-table.ts';
import { loadCalendar } from '../../calendar/index.ts';
import { findParameters } from '../../parameters/index.ts';
import type { CaseRecord } from '../case.record.ts';
import type { ProceedingRecord } from './proceeding.record.ts';

/** What the area of a case decides for itself, read once for all its proceedings. */
export interface Ground {
  today: PlainDate;
  calendar: Calendar;
  area: AreaNumbers;
}

const KEYS = ['hearingFineUnit', 'hearingFinePerson', 'bondPaymentDays', 'bondRefillDays'] as const;
const numberIn = <Name extends string>(name: Name, value: unknown): Partial<Record<Name, number>> =>
  typeof value === 'number' ? ({ [name]: value } as Record<Name, number>) : {}; // one computed key

export async function groundOf(
  { officeCode }: Pick<CaseRecord, 'officeCode'>,
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
  return { today, calendar, area };
}

/** What the tables may look at: of a proceeding, or of one that is about to be opened. */
export function situationOf(
  record: Pick<
    CaseRecord,
    'state' | 'filedOn' | 'orders' | 'proceedings' | 'respondent' | 'primaryPayer' | 'firstPayer'
  >,
  one: Pick<ProceedingRecord, 'id' | 'state' | 'facts' | 'deadlines'> | undefined,
  ground: Ground,
): Situation {
  const { state, filedOn, orders, proceedings = [] } = record;
  return {
    ...ground,
    state: one?.state ?? UNOPENED,
    facts: one?.facts ?? {},
    deadlines: one?.deadlines ?? [],
    theCase: { state, filedOn, orders, parties: PARTY_ROLES.filter((role) => record[role] !== undefined) },
    others: proceedings.filter(({ id }) => id !== one?.id),
  };
}
