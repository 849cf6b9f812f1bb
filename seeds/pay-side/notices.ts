import type { SheetProblem } from '../../server/core/contract/sheet-checks.ts';
import type { Fen } from '../../server/core/kit/money.ts';
import { fen, formatYuan } from '../../server/core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../server/core/kit/plain-date.ts';
import { firstDayOf } from '../../server/core/kit/plain-date.ts';
import { minimumFor } from '../../server/core/pay/minimum-wage.ts';
import { wordFinding } from '../../server/core/pay/payroll-rules.ts';
import { findParameter } from '../../server/features/parameters/index.ts';
import type { LaidLine } from '../../server/features/payroll/index.ts';

export interface Standard {
  payMonth: PayMonth;
  minimumMonthlyFen: Fen | null;
}

/** The monthly minimum in force on the first day of the month, as a filing would ask for it. */
export async function standardOf(areaCode: string, payMonth: PayMonth): Promise<Standard> {
  const set = (await findParameter('minimumWageMonthly', areaCode, firstDayOf(payMonth)))?.value;
  return { payMonth, minimumMonthlyFen: typeof set === 'number' ? fen(set) : null };
}

/** What the checks say of whoever earned less than the minimum for his days, in the words a filed sheet keeps. */
export function belowMinimum(
  lines: readonly LaidLine[],
  { payMonth, minimumMonthlyFen }: Standard,
  today: PlainDate,
): SheetProblem[] {
  const month = { payMonth, today, minimumMonthlyFen, minimumHourlyFen: null, outlier: null };
  return lines.flatMap(({ daysHundredths, grossFen }, at) => {
    const minimum = minimumFor({ daysHundredths, hoursHundredths: null }, month);
    if (minimum === null || grossFen >= minimum) return [];
    const facts = {
      wage: formatYuan(grossFen, { grouping: false }),
      minimum: formatYuan(minimum, { grouping: false }),
    };
    // The heading is row 1.
    return [wordFinding({ row: at + 2, rule: 'wage.belowMinimum', facts }, {})];
  });
}
