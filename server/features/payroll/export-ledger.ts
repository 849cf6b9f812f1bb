import type { Locale } from '../../core/contract/accounts.ts';
import type { AskLedger } from '../../core/contract/payroll.ts';
import { formatYuan } from '../../core/kit/money.ts';
import type { Fen } from '../../core/kit/money.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import type { PdfDocument } from '../../platform/pdf/index.ts';
import type { Column } from '../../platform/tables/index.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { loadCalendar } from '../calendar/index.ts';
import { employersSeen, positionOn } from '../projects/index.ts';
import type { ProjectRef } from '../projects/index.ts';
import { LABOUR_LEDGER_COLUMNS, labourLedgerRows } from './labour-ledger.ts';
import { WAGE_LEDGER_COLUMNS, wageLedgerRow } from './ledger-rows.ts';
import { findLinesOfSheet } from './payroll-line.model.ts';
import { findSheetsOfProject } from './payroll-sheet.model.ts';

/** More rows are a workbook: nobody leafs through them on paper. */
const MOST_ROWS_ON_PAPER = 2000;

/** A ledger ready to be written, whichever kind it is. */
export interface Ledger<Row> {
  title: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}

/**
 * The wage ledger of a project's months with all the law asks for. Full identities leave the program, so the reason and
 * who asked are on record before anything is handed out. Own teams for a subcontractor, the whole site for the general
 * contractor and the office.
 * @law REG-15-2
 */
export async function wageLedger(asked: AskLedger, ctx: Ctx) {
  const { project, employers } = await reachOf(asked, ctx);
  const sheets = await findSheetsOfProject(asked.projectId, asked.from, asked.to);
  const calendar = await loadCalendar(project.areaCode);
  const rows = [];
  for (const sheet of sheets) {
    if (employers !== null && !employers.has(sheet.employerId)) continue;
    const lines = await findLinesOfSheet(String(sheet._id));
    rows.push(...lines.map((line) => wageLedgerRow(line, sheet, calendar)));
  }
  await record('wage', asked, project, rows.length, ctx);
  return { title: `工资支付台账 ${project.name}`, columns: WAGE_LEDGER_COLUMNS, rows };
}

/**
 * The labour ledger: who worked on the site in these months, for whom, since when and under what agreement.
 * @law REG-28-3
 */
export async function labourLedger(asked: AskLedger, ctx: Ctx) {
  const { project, employers } = await reachOf(asked, ctx);
  const rows = await labourLedgerRows(asked, employers);
  await record('labour', asked, project, rows.length, ctx);
  return { title: `用工管理台账 ${project.name}`, columns: LABOUR_LEDGER_COLUMNS, rows };
}

async function reachOf(
  { projectId, employerId, from, to }: AskLedger,
  ctx: Ctx,
): Promise<{ project: ProjectRef; employers: ReadonlySet<string> | null }> {
  if (from > to) throw wrongField('to', '结束月份早于开始月份', 'Ends before it begins');
  const position = await positionOn(projectId, ctx);
  const seen = employersSeen(position);
  if (seen?.length === 0) throw new AppError('notFound');
  if (employerId === undefined)
    return { project: position.project, employers: seen === null ? null : new Set(seen) };
  if (seen !== null && !seen.includes(employerId)) throw new AppError('notFound');
  return { project: position.project, employers: new Set([employerId]) };
}

async function record(
  ledger: 'wage' | 'labour',
  { from, to, format, reason }: AskLedger,
  { id, areaCode }: ProjectRef,
  rows: number,
  ctx: Ctx,
): Promise<void> {
  const facts = { ledger, from, to, format, rows, reason };
  const event = { subject: `project:${id}` as const, areaCode, action: 'ledger.exported', facts };
  await inTransaction(() => appendEvent(event, ctx));
}

/** The same on paper, lying, with its heading on every page. */
export function ledgerDocument<Row extends object>(
  { title, columns, rows }: Ledger<Row>,
  locale: Locale,
): PdfDocument {
  if (rows.length > MOST_ROWS_ON_PAPER)
    throw wrongField(
      'format',
      '行数太多，请导出 Excel 或缩短月份',
      'Too many rows for paper; ask for the workbook or fewer months',
    );
  const heading = columns.map(({ zh, en }) => ({ text: locale === 'en' ? en : zh, bold: true }));
  const body = rows.map((row) => columns.map((column) => cell(row, column)));
  return {
    title,
    size: 'A3',
    orientation: 'landscape',
    fontSize: 8,
    content: [
      { text: title, fontSize: 14, bold: true, margin: [0, 0, 0, 8] },
      { table: { headerRows: 1, widths: columns.map(() => 'auto'), body: [heading, ...body] } },
    ],
    footer: title,
  };
}

function cell<Row extends object>(row: Row, { key, kind }: Column<Row>): string {
  const value: unknown = row[key];
  if (value === undefined || value === null) return '';
  return kind === 'fen' ? formatYuan(value as Fen) : String(value); // a column of this kind holds fen
}
