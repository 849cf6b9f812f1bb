import type { CheckPayroll, PayrollScope } from '../../core/contract/payroll.ts';
import type { SheetCheckView, SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { PayrollRow } from '../../core/pay/payroll-row.ts';
import type { Ctx } from '../../platform/context.ts';
import type { SheetRow } from '../../platform/workbooks/index.ts';
import { defineSheetKind, inSlices, startSheetCheck } from '../sheet-checks/index.ts';
import type { CheckedPayroll, PayrollRecords } from './check-payroll.ts';
import { checkPayroll, recordsOf } from './check-payroll.ts';
import { filePayroll } from './file-payroll.ts';
import { MOST_ROWS, PAYROLL_COLUMNS } from './payroll-columns.ts';
import type { FactsScope } from './payroll-facts.ts';
import type { FilingScope } from './payroll-scope.ts';
import { requireFiling } from './payroll-scope.ts';
import { rowOfCells } from './read-row.ts';

/** Between the check and the confirm of one request: the rows are the same objects. */
const checkedNow = new WeakMap<readonly SheetRow[], CheckedPayroll>();

const factsScope = ({ projectId, teamId, payMonth, project }: FilingScope): FactsScope => ({
  ...{ projectId, teamId, payMonth },
  areaCode: project.areaCode,
});

/** The reader itself tells of needed cells that are empty. */
const TOLD_BY_READER: ReadonlySet<string> = new Set(['name.missing', 'identity.missing', 'amount.missing']);

/** Rows as the rules read them, made while the thread reads on: their blind indexes take about as long as all the rules. */
const prepared = new WeakMap<SheetRow, PayrollRow>();

export function preparePayrollRows(cells: readonly SheetRow[]): void {
  for (const one of cells) prepared.set(one, rowOfCells(one));
}

/** What the rules say of the rows of a workbook; the same for the upload and the command line. */
export async function checkPayrollRows(
  cells: readonly SheetRow[],
  records: PayrollRecords,
): Promise<CheckedPayroll> {
  const rows: CheckedPayroll['rows'] = [];
  await inSlices(cells, (one) => void rows.push(prepared.get(one) ?? rowOfCells(one)));
  const checked = await checkPayroll(rows, records);
  const problems: SheetProblem[] = checked.problems.filter(({ rule }) => !TOLD_BY_READER.has(rule));
  return { ...checked, problems };
}

defineSheetKind<PayrollScope & Record<string, string>, PayrollRecords>({
  kind: 'payroll',
  columns: PAYROLL_COLUMNS,
  maxRows: MOST_ROWS,
  prepare: preparePayrollRows,
  async gather(scope, ctx) {
    return recordsOf(factsScope(await requireFiling(scope, ctx)), ctx);
  },
  async check(rows, _scope, _ctx, records) {
    const checked = await checkPayrollRows(rows, records);
    checkedNow.set(rows, checked);
    return { problems: checked.problems };
  },
  async confirm(rows, scope, _findings, ctx) {
    const filing = await requireFiling(scope, ctx);
    const checked =
      checkedNow.get(rows) ?? (await checkPayrollRows(rows, await recordsOf(factsScope(filing), ctx)));
    const sheet = await filePayroll(filing, checked, 'workbook', ctx);
    return {
      sheetId: String(sheet._id),
      people: sheet.people,
      netFen: sheet.netFen,
      revision: sheet.revision,
    };
  },
});

/** Starts the check of an uploaded workbook, when this company may file the team's month. */
export async function startPayrollCheck(
  { fileId, ...scope }: CheckPayroll,
  ctx: Ctx,
): Promise<SheetCheckView> {
  await requireFiling(scope, ctx);
  const { projectId, teamId, payMonth } = scope;
  return startSheetCheck('payroll', { projectId, teamId, payMonth }, fileId, ctx);
}
