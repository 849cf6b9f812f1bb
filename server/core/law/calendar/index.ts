import { CALENDAR_2019 } from './2019.ts';
import { CALENDAR_2020 } from './2020.ts';
import { CALENDAR_2021 } from './2021.ts';
import { CALENDAR_2022 } from './2022.ts';
import { CALENDAR_2023 } from './2023.ts';
import { CALENDAR_2024 } from './2024.ts';
import { CALENDAR_2025 } from './2025.ts';
import { CALENDAR_2026 } from './2026.ts';
import type { Calendar, CalendarOverlay, CalendarYear } from './calendar.ts';

/** The years whose notices ship with the program; the operator adds the next one when it is published. */
export const BUILT_IN_YEARS: readonly CalendarYear[] = [
  CALENDAR_2019,
  CALENDAR_2020,
  CALENDAR_2021,
  CALENDAR_2022,
  CALENDAR_2023,
  CALENDAR_2024,
  CALENDAR_2025,
  CALENDAR_2026,
];

/**
 * The calendar to count with: the built-in years, replaced or extended by years kept elsewhere, and the
 * extra days off of the area concerned.
 */
export function calendarWith(
  added: readonly CalendarYear[] = [],
  overlays: readonly CalendarOverlay[] = [],
): Calendar {
  const years: Record<number, CalendarYear> = {};
  for (const year of [...BUILT_IN_YEARS, ...added]) years[year.year] = year;
  return overlays.length === 0 ? { years } : { years, overlays };
}

/** The national calendar as it ships, without any area's extra days. */
export const NATIONAL_CALENDAR: Calendar = calendarWith();
