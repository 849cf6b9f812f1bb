import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { payMonthOf } from '../../core/kit/plain-date.ts';
import type { PayDate } from '../../core/law/pay-date.ts';
import { agreedPayDay, payDateOn } from '../../core/law/pay-date.ts';
import { loadCalendar } from '../calendar/index.ts';
import { findProjectRef } from '../projects/index.ts';
import { findRecord } from './safeguards.model.ts';

/**
 * The day by which the wages of a month must be paid on this project: the day agreed in the contract, rolled back before
 * a day off. Null while no pay day is on record: nothing is assumed.
 * @law REG-14-2
 */
export async function payOnOf(projectId: string, month: PayMonth): Promise<PayDate | null> {
  const contract = (await findRecord(projectId))?.contract;
  if (contract === undefined) return null;
  const project = await findProjectRef(projectId);
  if (project === null) return null;
  const agreed = agreedPayDay(month, contract.payDay, contract.payDayIn);
  return payDateOn(agreed, await loadCalendar(project.areaCode));
}

/**
 * The day by which the owner must have paid the labour cost of a month into the account: the contract's day of that
 * month, or its last day. Null while none is on record, and for months before the works.
 * @law REG-24-2
 */
export async function labourCostDueOn(projectId: string, month: PayMonth): Promise<PlainDate | null> {
  const contract = (await findRecord(projectId))?.contract;
  if (contract === undefined || month < payMonthOf(contract.plannedFrom)) return null;
  // The same clamp as for wages: a day number past the month's end is its last day.
  return agreedPayDay(month, contract.labourCostDay, 'current');
}
