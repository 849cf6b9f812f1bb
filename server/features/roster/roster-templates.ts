import type { PayMonth } from '../../core/kit/plain-date.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { writeTemplate } from '../../platform/workbooks/index.ts';
import { lengthOf } from './attendance-marks.ts';
import { attendanceOf } from './attendance-of.ts';
import { findRoster } from './find-roster.ts';
import { attendanceColumns, dayKey, ROSTER_COLUMNS } from './roster-columns.ts';
import type { TeamScope } from './team-scope.ts';
import { requireOwnTeam } from './team-scope.ts';

export interface Workbook {
  name: string;
  bytes: Uint8Array;
}

const ROSTER_HINTS = [
  '每人一行；姓名、身份证号、工种、计酬方式必须填写。',
  '计时填日工资或月工资；计件填单价和单位。',
  '填写了进场日期的人，合同、实名、安全培训齐全才准进场；缺项的先登记，补齐后再办进场。',
  '已在本班组名册的人会跳过，不会重复登记。',
];
const MONTH_HINTS = [
  '1 为一天，0.5 为半天，0 为未出勤；没有记录的日子留空。',
  '考勤机记录的日子以考勤机为准。',
];

/** An empty roster workbook for a team. */
export async function rosterTemplate(scope: TeamScope, ctx: Ctx): Promise<Workbook> {
  const team = await requireOwnTeam(scope, ctx);
  const bytes = await writeTemplate(ROSTER_COLUMNS, [], { title: '花名册', hints: ROSTER_HINTS });
  return { name: `${team.name} 花名册.xlsx`, bytes };
}

/**
 * The team's month with its people and what is recorded already. It holds the citizen numbers that its rows are known
 * by, so taking it is an event.
 */
export async function attendanceTemplate(scope: TeamScope, month: PayMonth, ctx: Ctx): Promise<Workbook> {
  const team = await requireOwnTeam(scope, ctx);
  const people = (await findRoster(scope, month)).filter(({ enteredOn }) => enteredOn !== undefined);
  const attended = await attendanceOf(
    people.map(({ enrolmentId }) => enrolmentId),
    month,
  );
  const rows = people.map(({ enrolmentId, name, citizenId }) => ({
    name,
    citizenId: citizenId ?? null,
    ...Object.fromEntries(
      (attended.get(enrolmentId)?.marks ?? []).map(({ day, hundredths }) => [
        dayKey(Number(day.slice(-2))),
        hundredths,
      ]),
    ),
  }));
  const { id, areaCode, projectId } = team;
  const facts = { projectId, month, people: rows.length };
  await inTransaction(async () => {
    await appendEvent({ subject: `team:${id}`, areaCode, action: 'attendance.templateTaken', facts }, ctx);
  });
  const words = { title: `${month} 考勤表`, hints: MONTH_HINTS };
  const bytes = await writeTemplate(attendanceColumns(lengthOf(month)), rows, words);
  return { name: `${team.name} ${month} 考勤表.xlsx`, bytes };
}
