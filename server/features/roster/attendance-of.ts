import type { AttendanceMark } from '../../core/contract/attendance.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { inPortions } from '../../platform/in-portions.ts';
import type { AttendanceRecord } from './attendance.model.ts';
import { Attendance } from './attendance.model.ts';
import { marksOf } from './attendance-marks.ts';
import { READ_AT_ONCE } from './find-roster.ts';
import type { RosterScope } from './find-roster.ts';

export interface AttendedTotals {
  daysHundredths: number;
  hoursHundredths: number;
}
export interface Attended extends AttendedTotals {
  marks: AttendanceMark[];
}

const TOTALS = { _id: 0, enrolmentId: 1, daysHundredths: 1, hoursHundredths: 1 } as const;

/** What is known of a month of these people, by enrolment; nothing for whom nobody recorded a day. */
export async function attendanceOf(
  enrolmentIds: readonly string[],
  month: PayMonth,
): Promise<Map<string, Attended>> {
  const found: unknown = await Attendance.find({ enrolmentId: { $in: [...enrolmentIds] }, month }).lean();
  return new Map(
    (found as AttendanceRecord[]).map((record) => [
      // lean documents of this model
      String(record.enrolmentId),
      { ...totalsOf(record), marks: marksOf(record) },
    ]),
  );
}

/** The totals alone of everybody of a project or team, in one walk: for checks of whole months (index projectId+month). */
export async function attendanceTotals(
  { projectId, teamId }: RosterScope,
  month: PayMonth,
): Promise<Map<string, AttendedTotals>> {
  const where = { projectId, month, ...(teamId === undefined ? {} : { teamId }) };
  const totals = new Map<string, AttendedTotals>();
  for await (const found of inPortions<AttendanceRecord>(Attendance.find(where, TOTALS), READ_AT_ONCE))
    for (const record of found) totals.set(String(record.enrolmentId), totalsOf(record));
  return totals;
}

/** The totals of every month of these people, newest first. */
export async function attendedMonths(
  enrolmentIds: readonly string[],
): Promise<Map<string, { month: PayMonth; daysHundredths: number }[]>> {
  const where = { enrolmentId: { $in: [...enrolmentIds] } };
  const found: unknown = await Attendance.find(where, { ...TOTALS, month: 1 })
    .sort({ enrolmentId: 1, month: -1 })
    .lean();
  const months = new Map<string, { month: PayMonth; daysHundredths: number }[]>();
  for (const { enrolmentId, month, daysHundredths } of found as AttendanceRecord[]) {
    // lean documents of this model
    const key = String(enrolmentId);
    months.set(key, [...(months.get(key) ?? []), { month, daysHundredths }]);
  }
  return months;
}

const totalsOf = ({ daysHundredths, hoursHundredths }: AttendanceRecord): AttendedTotals => ({
  daysHundredths,
  hoursHundredths,
});
