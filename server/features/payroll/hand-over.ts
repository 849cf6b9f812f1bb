import type { PayrollEntry, PayrollScope } from '../../core/contract/payroll.ts';
import type { SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { isOfficeOf } from '../../platform/office-reach.ts';
import type { ProjectRef } from '../projects/index.ts';
import type { TeamRef } from '../roster/index.ts';
import { checkPayroll, isBlocking, recordsOf } from './check-payroll.ts';
import { filePayroll } from './file-payroll.ts';
import { findLinesOfSheet, lineSecrets } from './payroll-line.model.ts';
import type { PayrollLineRecord, PayrollSheetRecord } from './payroll.record.ts';
import { findSheetsOfProject, findStandingSheet } from './payroll-sheet.model.ts';
import { rowOfEntry } from './read-row.ts';

/** One line with identity and card opened, to be handed to another register. */
export interface HandedLine {
  record: PayrollLineRecord;
  citizenId?: string | undefined;
  bankCard?: string | undefined;
}
export interface HandedSheet {
  sheet: PayrollSheetRecord;
  lines: HandedLine[];
}

/** The sheets of a month that count, with their lines. No reader's limits: the caller records the view. */
export async function handOverSheets(projectId: string, month: PayMonth): Promise<HandedSheet[]> {
  const handed: HandedSheet[] = [];
  for (const sheet of await findSheetsOfProject(projectId, month, month)) {
    const lines = await findLinesOfSheet(String(sheet._id));
    handed.push({ sheet, lines: lines.map((record) => ({ record, ...lineSecrets.openFields(record) })) });
  }
  return handed;
}

/** Filed, on record before (and then left alone), or refused for what blocks it. */
export type SheetTaken = 'filed' | 'known' | { blocking: SheetProblem[] };

/**
 * Files a month that the office took over from another register, by the checks and in the way of any other. A month the
 * team has on record stays: what was filed here is not replaced from outside.
 */
export async function takeOverSheet(
  { project, team, payMonth }: { project: ProjectRef; team: TeamRef } & Pick<PayrollScope, 'payMonth'>,
  entries: readonly PayrollEntry[],
  ctx: Ctx,
): Promise<SheetTaken> {
  if (!isOfficeOf(ctx, project.areaCode)) throw new AppError('forbidden');
  if ((await findStandingSheet(team.id, payMonth)) !== null) return 'known';
  const scope = { projectId: project.id, teamId: team.id, payMonth };
  const rows = entries.map((entry, index) => rowOfEntry(entry, index + 1));
  const records = await recordsOf({ ...scope, areaCode: project.areaCode }, ctx);
  const checked = await checkPayroll(rows, records);
  const blocking = checked.problems.filter(isBlocking);
  if (blocking.length > 0) return { blocking };
  await filePayroll({ ...scope, project, team }, checked, 'typed', ctx);
  return 'filed';
}
