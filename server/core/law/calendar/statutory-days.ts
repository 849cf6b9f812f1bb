import { addDays, dayFromParts } from '../../kit/plain-date.ts';
import { off, type DaysOff } from './calendar.ts';
import { lunarNewYearOf } from './lunar-new-year.ts';

/** From this year on, with two more days than before. @law CAL-1 */
export const STATUTORY_SINCE = 2025;

/** Spring Festival begins on the eve of lunar new year and has four days. */
const EVE = -1;
const LAST_OF_FESTIVAL = 2;

/**
 * The statutory days off of a year whose day is known without any notice: New Year's Day, Labour Day, National Day, and
 * Spring Festival as far as the table of lunar new year reaches. The notice adds the other festivals, the bridges and the
 * make-up days; these are off whatever it says.
 * @example statutoryDays(2027) // 1 January; 5 to 8 February; 1 and 2 May; 1 to 3 October
 * @law CAL-1
 */
export function statutoryDays(year: number): DaysOff[] {
  const newYear = lunarNewYearOf(year);
  return [
    off('元旦', dayFromParts(year, 1, 1)),
    ...(newYear === undefined
      ? []
      : [off('春节', addDays(newYear, EVE), addDays(newYear, LAST_OF_FESTIVAL))]),
    off('劳动节', dayFromParts(year, 5, 1), dayFromParts(year, 5, 2)),
    off('国庆节', dayFromParts(year, 10, 1), dayFromParts(year, 10, 3)),
  ];
}
