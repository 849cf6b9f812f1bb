import mongoose from 'mongoose';
import type { AttendanceSource } from '../../core/contract/attendance.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import type { AttendanceRecord, DeviceColumns } from './attendance.model.ts';
import { Attendance } from './attendance.model.ts';
import { emptyColumns, sumColumns } from './attendance-marks.ts';
import type { EnrolmentRecord } from './enrolment.model.ts';
import { Enrolments } from './enrolment.model.ts';
import { addToTeamMonths } from './team-month.model.ts';

export type MonthRecord = Omit<AttendanceRecord, '_id' | 'version'> & { version: number };
type Person = Pick<EnrolmentRecord, '_id' | 'projectId' | 'teamId'>;

/** The months of these people as they stand, new ones for those nobody has recorded yet; by enrolment. */
export async function monthsOf(
  people: readonly Person[],
  month: PayMonth,
): Promise<Map<string, MonthRecord>> {
  const where = { enrolmentId: { $in: people.map(({ _id }) => _id) }, month };
  const found: unknown = await Attendance.find(where, { _id: 0 }).lean();
  const known = new Map((found as MonthRecord[]).map((one) => [String(one.enrolmentId), one])); // lean documents
  return new Map(
    people.map(({ _id, projectId, teamId }) => {
      const fresh = { enrolmentId: _id, projectId, teamId, month, daysHundredths: 0, hoursHundredths: 0 };
      return [String(_id), known.get(String(_id)) ?? { ...fresh, version: 0 }];
    }),
  );
}

/** The columns of a source, made where it has said nothing yet; to be written into. */
export function columnsOf(record: MonthRecord, source: AttendanceSource): DeviceColumns {
  const columns = record[source] ?? emptyColumns(record.month);
  record[source] = columns;
  return columns;
}

/**
 * Stores these months with their totals summed anew; to be called in the transaction that read them. A month somebody
 * else wrote meanwhile makes the transaction run again (write conflict, or a second record of the same month). `takenOn` is
 * the day it came in; what another record is only continued with has none.
 */
export async function saveMonths(records: readonly MonthRecord[], takenOn?: PlainDate): Promise<void> {
  if (records.length === 0) return;
  const written = records.map((record) => ({ before: record, after: { ...record, ...sumColumns(record) } }));
  await Attendance.bulkWrite(
    written.map(({ after: record }) => {
      const { enrolmentId, projectId, teamId, month, version, daysHundredths, hoursHundredths } = record;
      const { device, workbook, hand, notes } = record;
      const sources = Object.entries({ device, workbook, hand, notes }).filter(
        ([, value]) => value !== undefined,
      );
      return {
        updateOne: {
          filter: { enrolmentId, month },
          update: {
            $set: { ...Object.fromEntries(sources), daysHundredths, hoursHundredths, version: version + 1 },
            $setOnInsert: { _id: new mongoose.Types.ObjectId(), projectId, teamId },
          },
          upsert: true,
        },
      };
    }),
    { ordered: false },
  );
  await addToTeamMonths(written, takenOn);
}

/** These enrolments with what a month and the rules of a day need of them. */
export async function findPeople(
  enrolmentIds: readonly string[],
): Promise<(Person & Pick<EnrolmentRecord, 'enteredOn' | 'leftOn'>)[]> {
  const fields = { projectId: 1, teamId: 1, enteredOn: 1, leftOn: 1 } as const;
  const found: unknown = await Enrolments.find({ _id: { $in: [...enrolmentIds] } }, fields).lean();
  return found as (Person & Pick<EnrolmentRecord, 'enteredOn' | 'leftOn'>)[]; // the fields asked for
}
