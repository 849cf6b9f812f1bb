import type { AttendanceMark, AttendanceSource } from '../../core/contract/attendance.ts';
import { ATTENDANCE_SOURCES } from '../../core/contract/attendance.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { addDays, daysInMonth, firstDayOf, partsOf } from '../../core/kit/plain-date.ts';
import type { AttendanceRecord, SourceColumns } from './attendance.model.ts';

type Sources = Pick<AttendanceRecord, AttendanceSource | 'notes'>;

/** How many days the month has. */
export function lengthOf(month: PayMonth): number {
  const { year, month: number } = partsOf(`${month}-01`);
  return daysInMonth(year, number);
}

/** A month about which one source has said nothing yet. */
export const emptyColumns = (month: PayMonth): SourceColumns => ({
  days: Array<null>(lengthOf(month)).fill(null),
  hours: Array<null>(lengthOf(month)).fill(null),
});

/** Of a day the first of device, workbook and hand that says something; null where none does. */
function countingSource(record: Sources, at: number): AttendanceSource | null {
  return ATTENDANCE_SOURCES.find((source) => typeof record[source]?.days[at] === 'number') ?? null;
}

/** Every day somebody recorded, with the record that counts; the others stay readable beneath it. */
export function marksOf(record: Sources & Pick<AttendanceRecord, 'month'>): AttendanceMark[] {
  const first = firstDayOf(record.month);
  const marks: AttendanceMark[] = [];
  for (let at = 0; at < lengthOf(record.month); at += 1) {
    const source = countingSource(record, at);
    if (source === null) continue;
    const columns = record[source];
    const hours = columns?.hours[at];
    const note = source === 'hand' ? record.notes?.find(({ day }) => day === at + 1) : undefined;
    marks.push({
      day: addDays(first, at),
      hundredths: columns?.days[at] ?? 0,
      ...(typeof hours === 'number' ? { hoursHundredths: hours } : {}),
      source,
      ...(note === undefined ? {} : { reason: note.reason }),
    });
  }
  return marks;
}

/** The totals that are kept beside the columns. */
export function sumColumns(record: Sources): { daysHundredths: number; hoursHundredths: number } {
  let [daysHundredths, hoursHundredths] = [0, 0];
  for (let at = 0; at < 31; at += 1) {
    const source = countingSource(record, at);
    if (source === null) continue;
    daysHundredths += record[source]?.days[at] ?? 0;
    hoursHundredths += record[source]?.hours[at] ?? 0;
  }
  return { daysHundredths, hoursHundredths };
}
