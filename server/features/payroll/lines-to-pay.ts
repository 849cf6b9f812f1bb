import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { decide } from '../../core/kit/flow.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { positionOn } from '../projects/index.ts';
import { openEnrolments } from '../roster/index.ts';
import { asLines, lineSecrets, PayrollLines } from './payroll-line.model.ts';
import { PAYROLL_FLOW } from './payroll.flow.ts';
import { payrollRoles } from './payroll-roles.ts';
import type { PayrollLineRecord } from './payroll.record.ts';
import { findSheet, findSheetsBeingPaid } from './payroll-sheet.model.ts';

/** One credit the bank is to make. Card numbers are for the pay file alone, never for answers, logs or events. */
export interface LineToPay {
  lineId: string;
  sheetId: string;
  projectId: string;
  teamId: string;
  employerId: string;
  payMonth: PayMonth;
  workerId: string;
  enrolmentId?: string;
  workerName: string;
  netFen: Fen;
  /** As it stands on the roster today, else as it was filed; absent where neither knows one. */
  bankCard?: string;
  bankName?: string;
  /** Pay files it went out in before. */
  attempts: number;
}
export type AskedToPay = { sheetIds: readonly string[] } | { repayLineIds: readonly string[] };

/**
 * What a pay file holds: of approved sheets every line with money in it that was never sent, of a re-pay list the lines
 * that came back. Throws notFound for what the reader may not see, conflict for a sheet that cannot be paid now.
 * @law REG-31-1
 */
export async function linesToPay(asked: AskedToPay, ctx: Ctx): Promise<LineToPay[]> {
  const lines = 'sheetIds' in asked ? await ofSheets(asked.sheetIds) : await cameBack(asked.repayLineIds);
  for (const sheetId of new Set('sheetIds' in asked ? asked.sheetIds : lines.map((line) => line.sheetId)))
    await requirePayable(sheetId, ctx);
  return withCards(lines, () => ({}));
}

async function withCards<More extends object>(
  lines: readonly PayrollLineRecord[],
  more: (line: PayrollLineRecord) => More,
): Promise<(LineToPay & More)[]> {
  const enrolmentIds = lines.flatMap(({ enrolmentId }) => enrolmentId ?? []);
  const people = new Map((await openEnrolments(enrolmentIds)).map((one) => [one.enrolmentId, one]));
  return lines.map((line) => ({ ...toPay(line, people.get(line.enrolmentId ?? '')), ...more(line) }));
}

async function ofSheets(sheetIds: readonly string[]): Promise<PayrollLineRecord[]> {
  const unsent = { sheetId: { $in: [...sheetIds] }, netFen: { $gt: 0 }, 'bank.state': 'none' as const };
  return asLines(await PayrollLines.find(unsent).sort({ sheetId: 1, row: 1, _id: 1 }).lean());
}

async function cameBack(ids: readonly string[]): Promise<PayrollLineRecord[]> {
  const found = asLines(await PayrollLines.find({ _id: { $in: [...ids] } }).lean());
  if (found.length !== new Set(ids).size) throw new AppError('notFound');
  // One without a card when its sheet was paid was never sent: it joins the list once the roster knows one.
  const isOpen = ({ bank, netFen }: PayrollLineRecord): boolean =>
    bank.state === 'bounced' || (bank.state === 'none' && netFen > 0);
  const closed = found.find((line) => !isOpen(line));
  if (closed !== undefined) throw new AppError('conflict', { state: closed.bank.state });
  return found;
}

/** A line that can be sent again, and why it came back. */
export interface LineToRepay extends LineToPay {
  reason?: string;
}

/**
 * What can be sent again of a project: the bank gave it back, or it was left out of its sheet's pay file because nobody
 * knew a card. The caller has checked that the reader pays for this project (index projectId+payMonth, sheetId+row).
 */
export async function linesToRepay(projectId: string): Promise<LineToRepay[]> {
  const bounced = { projectId, standing: true, 'bank.state': 'bounced' as const };
  const back = asLines(await PayrollLines.find(bounced).sort({ payMonth: 1, _id: 1 }).lean());
  const begun = await findSheetsBeingPaid(projectId);
  const leftOut = begun.length === 0 ? [] : await ofSheets(begun.map(({ _id }) => String(_id)));
  return withCards([...back, ...leftOut], ({ bank: { reason } }) => (reason === undefined ? {} : { reason }));
}

async function requirePayable(sheetId: string, ctx: Ctx): Promise<void> {
  const sheet = await findSheet(sheetId);
  if (sheet === null) throw new AppError('notFound');
  const roles = await payrollRoles(sheet, await positionOn(sheet.projectId, ctx), ctx);
  const decided = decide(PAYROLL_FLOW, sheet, 'issuePayFile', { roles }, ctx.today);
  if (decided.ok) return;
  throw decided.code === 'notOpen'
    ? new AppError('conflict', { state: sheet.state })
    : new AppError('forbidden');
}

type Person = Awaited<ReturnType<typeof openEnrolments>>[number];

function toPay(line: PayrollLineRecord, person: Person | undefined): LineToPay {
  const { sheetId, projectId, teamId, employerId, payMonth, workerId, enrolmentId, workerName, netFen } =
    line;
  const bankCard = person?.bankCard ?? lineSecrets.openFields(line).bankCard;
  const bankName = person?.bankCard === undefined ? line.bankName : person.bankName;
  return {
    ...{ lineId: String(line._id), sheetId, projectId, teamId, employerId, payMonth, workerId, workerName },
    ...{ netFen, attempts: line.bank.attempts },
    ...(enrolmentId === undefined ? {} : { enrolmentId }),
    ...(bankCard === undefined ? {} : { bankCard }),
    ...(bankName === undefined ? {} : { bankName }),
  };
}
