import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { agreedPayDay, payDateOn } from '../../core/law/pay-date.ts';
import { loadCalendar } from '../calendar/index.ts';
import { findSafeguards } from '../safeguards/index.ts';

/**
 * The day by which each month's wages must be paid, rolled back before days off; none where no pay day is agreed. One
 * look at contract and calendar for any number of months.
 * @law REG-14-2
 */
export async function payDaysOf(
  project: { id: string; areaCode: string },
  months: readonly PayMonth[],
): Promise<Map<PayMonth, PlainDate>> {
  const contract = (await findSafeguards(project.id))?.contract;
  if (contract === undefined) return new Map();
  const calendar = await loadCalendar(project.areaCode);
  const payOn = (month: PayMonth): PlainDate =>
    payDateOn(agreedPayDay(month, contract.payDay, contract.payDayIn), calendar).payOn;
  return new Map(months.map((month) => [month, payOn(month)]));
}
