import type { CheckAttendance } from '../../core/contract/attendance.ts';
import type { SheetCheckView, SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { addDays, firstDayOf, payMonth } from '../../core/kit/plain-date.ts';
import { checkCitizenId } from '../../core/kit/identity-numbers.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import { blindIndex } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { SheetRow } from '../../platform/workbooks/index.ts';
import { defineSheetKind, inSlices, problem, startSheetCheck } from '../sheet-checks/index.ts';
import { lengthOf } from './attendance-marks.ts';
import type { IndexedPerson } from './find-roster.ts';
import { findRosterIndexed } from './find-roster.ts';
import { isOnSiteOn } from './mark-attendance.ts';
import { attendanceColumns, dayKey } from './roster-columns.ts';
import type { TeamScope } from './team-scope.ts';
import { requireOwnTeam } from './team-scope.ts';
import { columnsOf, findPeople, monthsOf, saveMonths } from './write-attendance.ts';

export type MonthScope = TeamScope & { month: string };

const MOST_ROWS = 2000;
/** No cell says more than two days. */
const MOST_HUNDREDTHS = 200;

interface Read {
  problems: SheetProblem[];
  /** The person of each row that has one, with what its cells say. */
  days: Map<string, { day: number; hundredths: number }[]>;
}

async function readRows(rows: readonly SheetRow[], scope: MonthScope, ctx: Ctx): Promise<Read> {
  await requireOwnTeam(scope, ctx);
  const month = payMonth(scope.month);
  const people = await findRosterIndexed(scope, month);
  const byId = new Map<string, IndexedPerson[]>();
  for (const person of people) {
    const key = person.citizenIdIndex ?? '';
    byId.set(key, [...(byId.get(key) ?? []), person]);
  }
  const read: Read = { problems: [], days: new Map() };
  const seen = new Map<string, number>();
  await inSlices(rows, (row) => {
    const person = whoIs(row, byId, seen, read.problems, ctx);
    if (person !== null) takeDays(row, person, month, read, ctx);
  });
  return read;
}

function whoIs(
  { row, cells }: SheetRow,
  byId: ReadonlyMap<string, IndexedPerson[]>,
  seen: Map<string, number>,
  problems: SheetProblem[],
  ctx: Ctx,
): IndexedPerson[] | null {
  const typed = cells['citizenId'];
  if (typeof typed !== 'string' || typed === '') return null; // the reader has told of it
  const fault = (rule: string, zh: string, en: string): null => {
    problems.push(problem(row, 'citizenId', rule, 'block', zh, en));
    return null;
  };
  const checked = checkCitizenId(typed, ctx.today);
  if (!checked.ok) return fault('citizenId.valid', '不是有效的居民身份证号', 'Not a valid citizen id');
  const before = seen.get(checked.value);
  if (before !== undefined)
    return fault(
      'row.twice',
      `与第 ${String(before)} 行是同一人`,
      `The same person as in row ${String(before)}`,
    );
  seen.set(checked.value, row);
  const found = byId.get(blindIndex('citizenId', checked.value));
  if (found === undefined)
    return fault('roster.unknown', '不在本班组当月名册', 'Not on this team’s roster of the month');
  if (!found.some(({ name }) => name === String(cells['name'] ?? '').trim()))
    problems.push(
      problem(row, 'name', 'name.differs', 'notice', '姓名与名册不一致', 'Another name than on the roster'),
    );
  return found;
}

/** Somebody who left and came back in the month has two enrolments: each day belongs to the one it lies in. */
function takeDays(
  { row, cells }: SheetRow,
  people: IndexedPerson[],
  month: PayMonth,
  read: Read,
  ctx: Ctx,
): void {
  for (let day = 1; day <= lengthOf(month); day += 1) {
    const value = cells[dayKey(day)];
    if (typeof value !== 'number') continue;
    const on = addDays(firstDayOf(month), day - 1);
    const fault = (rule: string, zh: string, en: string): void =>
      void read.problems.push(problem(row, dayKey(day), rule, 'block', zh, en));
    if (value < 0 || value > MOST_HUNDREDTHS) fault('day.range', '应为 0 到 2 之间', 'Between 0 and 2');
    else if (on > ctx.today && value > 0) fault('day.future', '这一天还没有到', 'A day of the future');
    else {
      const person = people.find((one) => isOnSiteOn(one, on));
      if (person !== undefined) {
        const days = read.days.get(person.enrolmentId) ?? [];
        read.days.set(person.enrolmentId, [...days, { day, hundredths: value }]);
      } else if (value > 0) fault('day.offSite', '不在进退场日期之间', 'Not between entry and exit');
    }
  }
}

defineSheetKind<MonthScope>({
  kind: 'attendance',
  columns: ({ month }) => attendanceColumns(lengthOf(payMonth(month))),
  maxRows: MOST_ROWS,
  rowsStandAlone: true,
  async check(rows, scope, ctx) {
    return { problems: (await readRows(rows, scope, ctx)).problems };
  },
  async confirm(rows, scope, _findings, ctx, { sha256 }) {
    const team = await requireOwnTeam(scope, ctx);
    const month = payMonth(scope.month);
    const { days } = await readRows(rows, scope, ctx);
    const months = await monthsOf(await findPeople([...days.keys()]), month);
    let marks = 0;
    for (const [enrolmentId, written] of days) {
      const record = months.get(enrolmentId);
      if (record === undefined) continue;
      const columns = columnsOf(record, 'workbook');
      for (const { day, hundredths } of written) columns.days[day - 1] = hundredths;
      marks += written.length;
    }
    await saveMonths([...months.values()], ctx.today);
    const facts = { projectId: team.projectId, month, people: months.size, marks, sha256 };
    const { areaCode, id } = team;
    await appendEvent({ subject: `team:${id}`, areaCode, action: 'attendance.imported', facts }, ctx);
    return { people: months.size, marks };
  },
});

/** Starts the check of an uploaded month, for whoever keeps the team. */
export async function startAttendanceCheck(
  { fileId, month, ...scope }: CheckAttendance,
  ctx: Ctx,
): Promise<SheetCheckView> {
  const { projectId, id } = await requireOwnTeam(scope, ctx);
  return startSheetCheck('attendance', { projectId, teamId: id, month }, fileId, ctx);
}
