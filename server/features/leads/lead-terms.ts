import type { LeadCode, LeadPlatform } from '../../core/contract/leads.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { countPeriod } from '../../core/law/count-period.ts';
import type { LeadCodes } from '../../core/leads/lead-codes.ts';
import { LEAD_PARAMETERS_OF, isLeadOver, leadCodeOf } from '../../core/leads/lead-codes.ts';
import type { Ctx } from '../../platform/context.ts';
import { loadCalendar } from '../calendar/index.ts';
import { findParameter } from '../parameters/index.ts';
import type { LeadRecord } from './lead.model.ts';

export type Told = LeadCode & { replyDueOn?: PlainDate };

/** Asks once for each key. */
function remembering<Value>(ask: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key) => {
    const before = known.get(key) ?? ask(key);
    known.set(key, before);
    return before;
  };
}

/**
 * What each lead of a list is called over there, by the codes in force today, and by when its platform wants an answer: an
 * internal target of the region, counted from the day it came in by the value of that day; where none is set, none is shown.
 */
export function leadTerms({ today }: Pick<Ctx, 'today'>): (lead: LeadRecord) => Promise<Told> {
  const codes = remembering(async (key) => {
    const [channel, areaCode] = key.split(' ') as [LeadPlatform, string]; // as it is put together below
    const set = await findParameter(LEAD_PARAMETERS_OF[channel].codes, areaCode, today);
    return (set?.value ?? {}) as LeadCodes; // the parameter's own shape
  });
  const calendars = remembering<Calendar>(loadCalendar);
  const dues = remembering(async (key) => {
    const [channel, areaCode, receivedOn] = key.split(' ') as [LeadPlatform, string, PlainDate]; // likewise
    const set = await findParameter(LEAD_PARAMETERS_OF[channel].days, areaCode, receivedOn);
    if (typeof set?.value !== 'number') return undefined;
    const length = { workingDays: set.value };
    const calendar = await calendars(areaCode);
    return countPeriod({ from: receivedOn, length, roll: 'forward', calendar }).dueOn;
  });
  return async ({ channel, areaCode, receivedOn, state }) => {
    const place = `${channel} ${areaCode}`;
    const replyDueOn = isLeadOver(state) ? undefined : await dues(`${place} ${receivedOn}`);
    const code = leadCodeOf(state, await codes(place));
    return { ...code, ...(replyDueOn === undefined ? {} : { replyDueOn }) };
  };
}
