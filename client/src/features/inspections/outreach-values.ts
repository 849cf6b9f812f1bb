import type { OutreachView, WriteOutreach } from '@core/contract/inspections.ts';
import { fieldError } from '@/api/field-error.ts';
import { todayHere } from '@/format/today.ts';
import { unreadableValue } from '@/locales/transport.ts';

/** What is counted at an outreach, in the order of the paper form. */
export const OUTREACH_COUNTS = ['leaflets', 'vehicles', 'people', 'slogans', 'consultations'] as const;
export type OutreachCount = (typeof OUTREACH_COUNTS)[number];

export type OutreachValues = { areaCode: string; on: string; what: string } & Record<OutreachCount, string>;

export function valuesOf(found: OutreachView | undefined, ownArea: string): OutreachValues {
  const count = (name: OutreachCount): string => String(found?.[name] ?? 0);
  return {
    areaCode: found?.areaCode ?? ownArea,
    on: found?.on ?? todayHere(),
    what: found?.what ?? '',
    leaflets: count('leaflets'),
    vehicles: count('vehicles'),
    people: count('people'),
    slogans: count('slogans'),
    consultations: count('consultations'),
  };
}

/** An empty count is none; what is no number is said at its field. */
function counted(values: OutreachValues, name: OutreachCount): number {
  const typed = values[name].trim();
  if (!/^\d{0,7}$/.test(typed)) throw fieldError(name, unreadableValue.number);
  return Number(typed);
}

export const bodyOf = (values: OutreachValues): WriteOutreach => ({
  areaCode: values.areaCode,
  on: values.on as WriteOutreach['on'], // the server checks the day
  what: values.what.trim(),
  leaflets: counted(values, 'leaflets'),
  vehicles: counted(values, 'vehicles'),
  people: counted(values, 'people'),
  slogans: counted(values, 'slogans'),
  consultations: counted(values, 'consultations'),
});
