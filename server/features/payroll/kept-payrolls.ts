import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { lastDayOf } from '../../core/kit/plain-date.ts';
import { touchProjects } from '../../platform/touched-projects.ts';
import { PayrollLines } from './payroll-line.model.ts';
import type { PayrollSheetRecord } from './payroll.record.ts';
import { PayrollSheets } from './payroll-sheet.model.ts';

/** What is kept of one team's month, in all its revisions. */
export interface KeptMonth {
  projectId: string;
  teamId: string;
  employerIds: string[];
  payMonth: PayMonth;
  lines: number;
  /** The revision that counts is paid, and nobody on it lacks anything. */
  settled: boolean;
  /** The end of the month, or the day its last wage arrived where that came later. */
  until: PlainDate;
}

const FIELDS = {
  projectId: 1,
  teamId: 1,
  employerId: 1,
  payMonth: 1,
  people: 1,
  state: 1,
  standing: 1,
} as const;

/** The payrolls kept of these projects up to a month (index projectId+payMonth); lines are not read. */
export async function keptPayrolls(projectIds: readonly string[], upTo: PayMonth): Promise<KeptMonth[]> {
  const kept = { projectId: { $in: [...projectIds] }, payMonth: { $lte: upTo } };
  const found: unknown = await PayrollSheets.find(kept, { ...FIELDS, money: 1 }).lean();
  const months = new Map<string, KeptMonth>();
  for (const sheet of found as PayrollSheetRecord[]) {
    // lean documents with the fields asked for
    const { projectId, teamId, employerId, payMonth, people, money } = sheet;
    const key = `${teamId}:${payMonth}`;
    const own = months.get(key) ?? {
      ...{ projectId, teamId, employerIds: [], payMonth, lines: 0, settled: false },
      until: lastDayOf(payMonth),
    };
    own.lines += people;
    if (!own.employerIds.includes(employerId)) own.employerIds.push(employerId);
    if (sheet.standing) own.settled = sheet.state === 'paid' && money.shortFen === 0;
    if (money.creditedOn !== undefined && money.creditedOn > own.until) own.until = money.creditedOn;
    months.set(key, own);
  }
  return [...months.values()].sort((a, b) => (a.payMonth < b.payMonth ? -1 : 1));
}

/**
 * Deletes the next lines of a team's month, and its sheets once no line is left; in the caller's transaction. Asked for
 * approved months alone, whose time by law is over. Whoever asks notes what was deleted: it is missing to nobody.
 */
export async function purgePayrolls(
  { teamId, payMonth }: { teamId: string; payMonth: PayMonth },
  limit: number,
): Promise<{ deleted: number; isDone: boolean }> {
  const sheets = await PayrollSheets.find({ teamId, payMonth }, { projectId: 1 }).lean();
  const sheetId = { $in: sheets.map(({ _id }) => String(_id)) };
  const lines = await PayrollLines.find({ sheetId }, { _id: 1 }).limit(limit).lean();
  if (lines.length > 0) await PayrollLines.deleteMany({ _id: { $in: lines.map(({ _id }) => _id) } });
  const isDone = lines.length < limit;
  if (isDone) {
    await PayrollSheets.deleteMany({ _id: { $in: sheets.map(({ _id }) => _id) } });
    await touchProjects(sheets.map(({ projectId }) => projectId));
  }
  return { deleted: lines.length, isDone };
}
