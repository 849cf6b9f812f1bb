import type { BankState, PayAnswer } from '../../core/contract/payroll.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { asLines, PayrollLines } from './payroll-line.model.ts';
import type { PayrollSheetRecord } from './payroll.record.ts';
import { findSheetsOfProject } from './payroll-sheet.model.ts';

/** Sheets that count, of a project from one month to another (index projectId+payMonth). No reader's limits. */
export const sheetsOf = (projectId: string, from: PayMonth, to: PayMonth): Promise<PayrollSheetRecord[]> =>
  findSheetsOfProject(projectId, from, to);

/** One person's line of a month, as far as a comparison needs it. */
export interface LineOfMonth {
  id: string;
  teamId: string;
  employerId: string;
  enrolmentId?: string;
  workerName: string;
  standing: boolean;
  daysHundredths: number;
  netFen: Fen;
  bank: { state: BankState; amountFen?: Fen };
  answer?: { kind: PayAnswer; amountFen?: Fen };
  complaintId?: string;
}

const COMPARED = {
  ...{ teamId: 1, employerId: 1, enrolmentId: 1, workerName: 1, standing: 1, daysHundredths: 1, netFen: 1 },
  ...{ 'bank.state': 1, 'bank.amountFen': 1, 'answer.kind': 1, 'answer.amountFen': 1, complaintId: 1 },
} as const;

/** Lines that count, and those that no longer do but were paid (index projectId+payMonth). No reader's limits. */
export async function linesOfMonth(projectId: string, payMonth: PayMonth): Promise<LineOfMonth[]> {
  const which = { projectId, payMonth, $or: [{ standing: true }, { 'bank.state': 'credited' as const }] };
  const found = asLines(await PayrollLines.find(which, COMPARED).sort({ _id: 1 }).lean());
  return found.map(({ _id, ...line }) => ({ ...line, id: String(_id) }));
}
