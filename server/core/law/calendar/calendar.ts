import { addDays, plainDate, type PlainDate } from '../../kit/plain-date.ts';

/** The notice that set a year's days off, or changed them later. */
export type CalendarNotice = {
  readonly number: string;
  readonly issuedOn: PlainDate;
  /** An official page carrying it, where one is known. */
  readonly link?: string;
};

/** A block of days off, weekend days inside it included. */
export type DaysOff = { readonly name: string; readonly from: PlainDate; readonly to: PlainDate };

/** A Saturday or Sunday worked to make up for a bridge day. */
export type MakeUpDay = { readonly name: string; readonly day: PlainDate };

/** What one year's notice says; its days may lie in the last days of the year before. */
export type CalendarYear = {
  readonly year: number;
  readonly notices: readonly CalendarNotice[];
  readonly off: readonly DaysOff[];
  readonly on: readonly MakeUpDay[];
};

/** Extra days an ethnic autonomous area sets for itself (放假办法 4), or takes away again. */
export type CalendarOverlay = {
  readonly source: string;
  readonly off: readonly DaysOff[];
  readonly on?: readonly MakeUpDay[];
};

/** The calendar a count is made with: years by number, and the overlays of the area concerned. */
export type Calendar = {
  readonly years: Readonly<Record<number, CalendarYear>>;
  readonly overlays?: readonly CalendarOverlay[];
};

/** What a day is and, when it is not an ordinary one, the festival that made it so. */
export type DayFacts = { readonly working: boolean; readonly why: DayReason; readonly name?: string };

/** Why a day is worked or not. */
export type DayReason = 'weekday' | 'weekend' | 'holiday' | 'makeUp';

/** Writes a block of days off: `off('国庆节', '2026-10-01', '2026-10-07')`; one day when the end is left out. */
export function off(name: string, from: string, to: string = from): DaysOff {
  return { name, from: plainDate(from), to: plainDate(to) };
}

/** Writes a make-up working day. */
export function on(name: string, day: string): MakeUpDay {
  return { name, day: plainDate(day) };
}

/** Writes a notice. */
export function notice(number: string, issuedOn: string, link?: string): CalendarNotice {
  return { number, issuedOn: plainDate(issuedOn), ...(link === undefined ? {} : { link }) };
}

/** Every day of a block, in order. */
export function daysOf(block: DaysOff): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = block.from; day <= block.to; day = addDays(day, 1)) days.push(day);
  return days;
}
