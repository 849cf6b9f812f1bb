import mongoose from 'mongoose';
import type { PayMonth } from '../../core/kit/plain-date.ts';

type ObjectId = mongoose.Types.ObjectId;

/**
 * What one source says of a month: place 0 is the first day, null where it says nothing. Hundredths of a day and of an
 * hour. Columns of numbers instead of a record a day: a county has millions of days.
 */
export interface SourceColumns {
  days: (number | null)[];
  hours: (number | null)[];
}
/** Minutes after the first day's midnight in Shanghai; an out after midnight is past the day's 1440. */
export interface DeviceColumns extends SourceColumns {
  firstIn?: (number | null)[];
  lastOut?: (number | null)[];
}

export interface HandNote {
  day: number;
  reason: string;
}

/** One enrolment's month. */
export interface AttendanceRecord {
  _id: ObjectId;
  enrolmentId: ObjectId;
  projectId: ObjectId;
  teamId: ObjectId;
  month: PayMonth;
  device?: DeviceColumns;
  workbook?: SourceColumns;
  hand?: SourceColumns;
  notes?: HandNote[];
  /** Kept totals of what counts: of each day the source that outranks the others. */
  daysHundredths: number;
  hoursHundredths: number;
  version: number;
}

const id = { type: mongoose.Schema.Types.ObjectId, required: true } as const;
const numbers = { type: [Number], default: undefined } as const;
const source = (): mongoose.Schema =>
  new mongoose.Schema({ days: numbers, hours: numbers }, { _id: false, strict: 'throw' });
const device = new mongoose.Schema(
  { days: numbers, hours: numbers, firstIn: numbers, lastOut: numbers },
  { _id: false, strict: 'throw' },
);
const schema = new mongoose.Schema(
  {
    enrolmentId: id,
    projectId: id,
    teamId: id,
    month: { type: String, required: true },
    device,
    workbook: source(),
    hand: source(),
    notes: {
      type: [
        new mongoose.Schema(
          { day: { type: Number, required: true }, reason: { type: String, required: true } },
          { _id: false, strict: 'throw' },
        ),
      ],
      default: undefined,
    },
    daysHundredths: { type: Number, required: true },
    hoursHundredths: { type: Number, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'attendance', strict: 'throw', versionKey: false },
);
schema.index({ enrolmentId: 1, month: 1 }, { unique: true });
schema.index({ projectId: 1, month: 1, teamId: 1 });

export const Attendance = mongoose.model('attendance', schema);

/** The last day on which somebody is on record as having worked (index enrolmentId+month); null: none. */
export async function lastDayAttended(enrolmentId: ObjectId): Promise<string | null> {
  const found: unknown = await Attendance.findOne({ enrolmentId, daysHundredths: { $gt: 0 } })
    .sort({ month: -1 })
    .lean();
  const record = found as AttendanceRecord | null; // a lean document of this model
  if (record === null) return null;
  const last = [record.device, record.workbook, record.hand].reduce(
    (day, source) => Math.max(day, source?.days.findLastIndex((value) => (value ?? 0) > 0) ?? -1),
    -1,
  );
  return last < 0 ? null : `${record.month}-${String(last + 1).padStart(2, '0')}`;
}
