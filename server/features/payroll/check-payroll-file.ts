import type { SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { WorkbookSource } from '../../platform/workbooks/index.ts';
import { findProjectByCode } from '../projects/index.ts';
import { teamsOf } from '../roster/index.ts';
import { checkWorkbook } from '../sheet-checks/index.ts';
import type { SheetKind } from '../sheet-checks/index.ts';
import type { PayrollRecords } from './check-payroll.ts';
import { recordsOf } from './check-payroll.ts';
import { MOST_ROWS, PAYROLL_COLUMNS } from './payroll-columns.ts';
import { checkPayrollRows, preparePayrollRows } from './payroll-sheet-kind.ts';

export interface FileChecked {
  rows: number;
  ok: boolean;
  problems: SheetProblem[];
}

export interface AskFile {
  source: WorkbookSource;
  /** As printed on the rights board. */
  projectCode: string;
  payMonth: PayMonth;
  /** The rows are held against the whole site's roster where no team is named. */
  teamName?: string | undefined;
}

/**
 * A workbook on disk, read and checked by the code of the upload; nothing is stored. Throws notFound where there is no such
 * project or team, WorkbookFault where the file cannot be read as a whole.
 */
export async function checkPayrollFile(
  { source, projectCode, payMonth, teamName }: AskFile,
  ctx: Ctx,
): Promise<FileChecked> {
  const project = await findProjectByCode(projectCode);
  if (project === null) throw new AppError('notFound', { what: 'project' });
  const teams = await teamsOf(project.id);
  const team = teamName === undefined ? onlyOne(teams) : teams.find(({ name }) => name === teamName);
  if (teamName !== undefined && team === undefined) throw new AppError('notFound', { what: 'team' });
  const scope = { projectId: project.id, areaCode: project.areaCode, teamId: team?.id, payMonth };
  const kind: SheetKind<Record<never, never>, PayrollRecords> = {
    ...{ kind: 'payroll', columns: PAYROLL_COLUMNS, maxRows: MOST_ROWS },
    prepare: preparePayrollRows,
    gather: () => recordsOf(scope, ctx),
    check: async (rows, _scope, _ctx, records) => ({
      problems: (await checkPayrollRows(rows, records)).problems,
    }),
    confirm: () => Promise.reject(new Error('the command line stores nothing')),
  };
  const { rows, blocking, findings } = await checkWorkbook(kind, source, {}, ctx);
  return { rows: rows.length, ok: blocking === 0, problems: findings.problems };
}

const onlyOne = <Team>(teams: readonly Team[]): Team | undefined =>
  teams.length === 1 ? teams[0] : undefined;
