import type { PayMonth } from '../../core/kit/plain-date.ts';
import { PayrollLines } from './payroll-line.model.ts';
import type { PayrollSheetRecord } from './payroll.record.ts';
import { PayrollSheets } from './payroll-sheet.model.ts';

/** Somebody who stands on a payroll of a month. */
export interface PayrollPerson {
  workerId: string;
  projectId: string;
  enrolmentId?: string;
}

/** Who stands on payrolls that count of these projects in a month (index projectId+payMonth); nothing sealed is read. */
export async function peopleOnPayrolls(
  projectIds: readonly string[],
  payMonth: PayMonth,
): Promise<PayrollPerson[]> {
  const filed = { projectId: { $in: [...projectIds] }, payMonth, standing: true };
  const found = await PayrollLines.find(filed, { workerId: 1, projectId: 1, enrolmentId: 1 }).lean();
  return found.map(({ workerId, projectId, enrolmentId }) => ({
    ...{ workerId, projectId },
    ...(typeof enrolmentId === 'string' ? { enrolmentId } : {}),
  }));
}

/** What the payrolls of a month report: people on them, and those the bank says were credited what was filed. */
export interface Reported {
  people: number;
  creditedInFull: number;
}

/** The same from what is kept on the sheets (index projectId+payMonth); credits of another amount are not in full. */
export async function reportedOf(projectIds: readonly string[], payMonth: PayMonth): Promise<Reported> {
  const filed = { projectId: { $in: [...projectIds] }, payMonth, standing: true };
  const found: unknown = await PayrollSheets.find(filed, { people: 1, credited: 1, money: 1 }).lean();
  const sheets = found as Pick<PayrollSheetRecord, 'people' | 'credited' | 'money'>[]; // with the fields asked for
  return {
    people: sheets.reduce((sum, { people }) => sum + people, 0),
    creditedInFull: sheets.reduce((sum, { credited, money }) => sum + credited - money.otherAmounts, 0),
  };
}
