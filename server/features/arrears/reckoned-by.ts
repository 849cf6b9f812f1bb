import type { ReckonedBy } from '../../core/arrears/person-month.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { firstDayOf } from '../../core/kit/plain-date.ts';
import { loadCalendar } from '../calendar/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import { readParameters } from '../parameters/index.ts';

/**
 * What the lines of each month are reckoned by: the area's calendar, and its minimum wage as it stood on the first day of
 * the month, as payrolls are compared with it. One read of either, whatever the number of months.
 */
export async function reckonedBy(
  { areaCode, filedOn }: Pick<CaseRecord, 'areaCode' | 'filedOn'>,
  months: readonly PayMonth[],
): Promise<(month: PayMonth) => ReckonedBy> {
  const calendar = await loadCalendar(areaCode);
  const inForce = await readParameters();
  const minimums = new Map(
    months.map((month) => [month, inForce(areaCode, firstDayOf(month)).minimumWageMonthly]),
  );
  return (month) => {
    const minimum = minimums.get(month);
    return {
      ...{ filedOn, calendar },
      ...(typeof minimum === 'number' ? { minimumMonthlyFen: minimum as Fen } : {}), // its shape is whole fen
    };
  };
}
