import type { Words } from '../alerts/rule.ts';
import type { ServiceMode } from '../contract/cases.ts';
import { SERVICE_MODES } from '../contract/cases.ts';
import { isPlainDate, type PlainDate } from '../kit/plain-date.ts';
import { currentDue, isOpen, type Deadline } from '../law/deadline.ts';
import type { PeriodId } from '../law/periods.ts';
import { servedOnDay } from '../law/served-on-day.ts';
import type { Facts, LifeSituation, WrongValue } from './life-table.ts';

export const words = (zh: string, en: string): Words => ({ zh, en });
export const wrong = (field: string, zh: string, en: string): WrongValue => ({ field, zh, en });

export function dayOf(facts: Facts, name: string): PlainDate | undefined {
  const value = facts[name];
  return isPlainDate(value) ? value : undefined;
}

export function sumOf(facts: Facts, name: string): number | undefined {
  const value = facts[name];
  return typeof value === 'number' ? value : undefined;
}

/** The day a paper counts as served, from the field of its mode and the field of its day. */
export function servedOn(facts: Facts, mode: string, day: string): PlainDate | undefined {
  const given = dayOf(facts, day);
  const how = SERVICE_MODES.find((one): one is ServiceMode => one === facts[mode]);
  return given === undefined || how === undefined ? undefined : servedOnDay(how, given);
}

/** The newest period of this kind, met or not. */
export const newest = ({ deadlines }: Pick<LifeSituation, 'deadlines'>, id: PeriodId): Deadline | undefined =>
  deadlines.findLast(({ period }) => period === id);

/** The last day of the newest period of this kind. */
export function dueOf(now: Pick<LifeSituation, 'deadlines'>, id: PeriodId): PlainDate | undefined {
  const one = newest(now, id);
  return one === undefined ? undefined : currentDue(one);
}

/** The last day of a period that still runs. */
export function runningTo(now: Pick<LifeSituation, 'deadlines'>, id: PeriodId): PlainDate | undefined {
  const one = newest(now, id);
  return one === undefined || !isOpen(one) ? undefined : currentDue(one);
}
