import mongoose from 'mongoose';
import type { AttendanceSource } from '../../core/contract/attendance.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { inTransaction } from '../../platform/db.ts';
import type { AttendanceRecord } from './attendance.model.ts';
import { Attendance } from './attendance.model.ts';
import { sumColumns } from './attendance-marks.ts';
import { addToTeamMonths } from './team-month.model.ts';

/** A whole month of one person from one source, place 0 the first day; null where nothing was recorded. */
export interface RecordedMonth {
  enrolmentId: string;
  projectId: string;
  teamId: string;
  month: PayMonth;
  source: AttendanceSource;
  days: (number | null)[];
  hours: (number | null)[];
}

/** What counts of a month that was laid down. */
export interface RecordedTotal {
  enrolmentId: string;
  month: PayMonth;
  daysHundredths: number;
}

const PORTION = 1000;
const oid = (id: string): mongoose.Types.ObjectId => new mongoose.Types.ObjectId(id);

/** Lays down months that nobody has recorded yet, in bulk and in their order: for seeds, not for doors. */
export async function recordMonths(months: readonly RecordedMonth[]): Promise<RecordedTotal[]> {
  const totals: RecordedTotal[] = [];
  for (let at = 0; at < months.length; at += PORTION) {
    const portion = months.slice(at, at + PORTION);
    const records = portion.map(recordOf);
    await inTransaction(async () => {
      await Attendance.insertMany(records, { lean: true });
      await addToTeamMonths(records.map((after) => ({ before: { daysHundredths: 0 }, after })));
    });
    records.forEach(({ month, daysHundredths }, at) => {
      const enrolmentId = portion[at]?.enrolmentId ?? '';
      totals.push({ enrolmentId, month, daysHundredths });
    });
  }
  return totals;
}

function recordOf({ source, days, hours, month, ...ids }: RecordedMonth): AttendanceRecord {
  const columns = { [source]: { days, hours } };
  return {
    _id: new mongoose.Types.ObjectId(),
    enrolmentId: oid(ids.enrolmentId),
    projectId: oid(ids.projectId),
    teamId: oid(ids.teamId),
    month,
    ...columns,
    ...sumColumns(columns),
    version: 1,
  };
}
