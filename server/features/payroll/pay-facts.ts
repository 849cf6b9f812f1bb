import type { BankState, PayAnswer } from '../../core/contract/payroll.ts';
import type { Fen } from '../../core/kit/money.ts';
import { fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { asLines, PayrollLines } from './payroll-line.model.ts';
import type { PayrollSheetRecord } from './payroll.record.ts';
import { findSheetsOfProject } from './payroll-sheet.model.ts';

/** Sheets that count, of a project from one month to another (index projectId+payMonth). No reader's limits. */
export const sheetsOf = (projectId: string, from: PayMonth, to: PayMonth): Promise<PayrollSheetRecord[]> =>
  findSheetsOfProject(projectId, from, to);

/** How the money of one sheet stands, person by person added up. */
export interface SheetMoney {
  /** What single people still lack; nobody's surplus is counted against it. */
  shortFen: Fen;
  sentFen: Fen;
  creditedFen: Fen;
  /** Credits of another amount than the line's. */
  otherAmounts: number;
  creditedOn?: PlainDate;
}

const creditedOf = { $cond: [{ $eq: ['$bank.state', 'credited'] }, { $ifNull: ['$bank.amountFen', 0] }, 0] };
const shortOfLine = { $subtract: ['$netFen', creditedOf] };

/** The money of these sheets by sheet, in one walk over their lines (index sheetId). */
export async function moneyOf(sheetIds: readonly string[]): Promise<Map<string, SheetMoney>> {
  if (sheetIds.length === 0) return new Map();
  const found = await PayrollLines.aggregate<SheetMoney & { _id: string; creditedOn: PlainDate | null }>([
    { $match: { sheetId: { $in: [...sheetIds] } } },
    {
      $group: {
        _id: '$sheetId',
        shortFen: { $sum: { $cond: [{ $gt: [shortOfLine, 0] }, shortOfLine, 0] } },
        sentFen: { $sum: { $cond: [{ $eq: ['$bank.state', 'none'] }, 0, '$netFen'] } },
        creditedFen: { $sum: creditedOf },
        otherAmounts: {
          $sum: {
            $cond: [
              { $and: [{ $eq: ['$bank.state', 'credited'] }, { $ne: ['$bank.amountFen', '$netFen'] }] },
              1,
              0,
            ],
          },
        },
        creditedOn: { $max: { $cond: [{ $eq: ['$bank.state', 'credited'] }, '$bank.on', null] } },
      },
    },
  ]);
  return new Map(
    found.map(({ _id, creditedOn, shortFen, sentFen, creditedFen, otherAmounts }) => [
      _id,
      {
        shortFen: fen(shortFen),
        sentFen: fen(sentFen),
        creditedFen: fen(creditedFen),
        otherAmounts,
        ...(creditedOn === null ? {} : { creditedOn }),
      },
    ]),
  );
}

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
