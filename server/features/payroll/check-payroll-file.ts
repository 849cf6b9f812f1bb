import type { SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { readSheet } from '../../platform/workbooks/index.ts';
import type { WorkbookSource } from '../../platform/workbooks/index.ts';
import { findProjectByCode } from '../projects/index.ts';
import { teamsOf } from '../roster/index.ts';
import { isBlocking } from './check-payroll.ts';
import { MOST_ROWS, PAYROLL_COLUMNS } from './payroll-columns.ts';
import { checkPayrollRows } from './payroll-sheet-kind.ts';

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
  ctx: Pick<Ctx, 'today'>,
): Promise<FileChecked> {
  const project = await findProjectByCode(projectCode);
  if (project === null) throw new AppError('notFound', { what: 'project' });
  const teams = await teamsOf(project.id);
  const team = teamName === undefined ? onlyOne(teams) : teams.find(({ name }) => name === teamName);
  if (teamName !== undefined && team === undefined) throw new AppError('notFound', { what: 'team' });
  const sheet = await readSheet(source, PAYROLL_COLUMNS, { maxRows: MOST_ROWS });
  const scope = { projectId: project.id, areaCode: project.areaCode, teamId: team?.id, payMonth };
  const { problems } = await checkPayrollRows(sheet.rows, scope, ctx);
  const all = [...sheet.problems, ...problems].sort((a, b) => a.row - b.row);
  return { rows: sheet.rows.length, ok: !all.some(isBlocking), problems: all };
}

const onlyOne = <Team>(teams: readonly Team[]): Team | undefined =>
  teams.length === 1 ? teams[0] : undefined;
