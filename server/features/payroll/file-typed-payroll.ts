import type { FilePayroll, PayrollEntry, PayrollView, TypedEntry } from '../../core/contract/payroll.ts';
import type { SheetProblem } from '../../core/contract/sheet-checks.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { findRoster } from '../roster/index.ts';
import type { RosterPerson } from '../roster/index.ts';
import type { CheckedPayroll } from './check-payroll.ts';
import { checkPayroll, isBlocking, recordsOf } from './check-payroll.ts';
import { filePayroll } from './file-payroll.ts';
import type { FilingScope } from './payroll-scope.ts';
import { requireFiling } from './payroll-scope.ts';
import { payrollView } from './payroll-view.ts';
import { findSheet } from './payroll-sheet.model.ts';
import { rowOfEntry } from './read-row.ts';

export interface EntriesChecked {
  rows: number;
  blocking: number;
  notices: number;
  problems: SheetProblem[];
}

/** What the checks say of rows typed into the grid, counted from 1; nothing is stored. */
export async function checkTypedEntries(asked: FilePayroll, ctx: Ctx): Promise<EntriesChecked> {
  const { problems, rows } = await checkTyped(await requireFiling(asked, ctx), asked, ctx);
  const blocking = problems.filter(isBlocking).length;
  return { rows: rows.length, blocking, notices: problems.length - blocking, problems };
}

/** Files the rows of the grid, by the same checks and in the same way as a workbook. */
export async function fileTypedPayroll(asked: FilePayroll, ctx: Ctx): Promise<PayrollView> {
  const scope = await requireFiling(asked, ctx);
  const checked = await checkTyped(scope, asked, ctx);
  const filed = await filePayroll(scope, checked, 'typed', ctx);
  const sheet = await findSheet(String(filed._id));
  if (sheet === null) throw new AppError('notFound');
  return payrollView(sheet, ctx);
}

async function checkTyped(scope: FilingScope, { entries }: FilePayroll, ctx: Ctx): Promise<CheckedPayroll> {
  const people = await peopleNamed(scope, entries);
  const rows = entries.map((entry, index) => rowOfEntry(wholeEntry(entry, people), index + 1));
  const { projectId, teamId, payMonth, project } = scope;
  return checkPayroll(
    rows,
    await recordsOf({ projectId, teamId, payMonth, areaCode: project.areaCode }, ctx),
  );
}

/** A row that names somebody by his place on the roster gets name, identity and card from there. */
async function peopleNamed(
  { projectId, teamId, payMonth }: FilingScope,
  entries: readonly TypedEntry[],
): Promise<Map<string, RosterPerson>> {
  if (!entries.some((entry) => 'enrolmentId' in entry)) return new Map();
  const roster = await findRoster({ projectId, teamId }, payMonth);
  return new Map(roster.map((person) => [person.enrolmentId, person]));
}

function wholeEntry(entry: TypedEntry, people: ReadonlyMap<string, RosterPerson>): PayrollEntry {
  if (!('enrolmentId' in entry)) return entry;
  const { enrolmentId, ...rest } = entry;
  const person = people.get(enrolmentId);
  if (person === undefined) throw new AppError('notFound');
  const { name, citizenId = '', bankCard } = person;
  return { ...rest, name, citizenId, ...(bankCard === undefined ? {} : { bankCard }) };
}
