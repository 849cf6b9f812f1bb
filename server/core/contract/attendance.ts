import type { PayMonth, PlainDate } from '../kit/plain-date.ts';

/** Where a day's record comes from; a device outranks a workbook, which outranks a hand. */
export const ATTENDANCE_SOURCES = ['device', 'workbook', 'hand'] as const;
export type AttendanceSource = (typeof ATTENDANCE_SOURCES)[number];

/** `GET /api/projects/:id/attendance?month=2026-10&teamId`: a grid; a day nobody recorded is absent, not zero. */
export interface AttendanceMonthView {
  projectId: string;
  month: PayMonth;
  /** Of every day of the month, with its kind: working day, rest day or holiday. */
  days: { day: PlainDate; kind: 'workingDay' | 'restDay' | 'holiday' }[];
  people: AttendancePerson[];
  nextCursor: string | null;
  total: number;
}
export interface AttendancePerson {
  enrolmentId: string;
  workerName: string;
  teamId: string;
  teamName: string;
  marks: AttendanceMark[];
  /** Hundredths of a day and of an hour. */
  daysHundredths: number;
  hoursHundredths: number;
}
export interface AttendanceMark {
  day: PlainDate;
  /** 100 is a whole day, 50 half a day. */
  hundredths: number;
  hoursHundredths?: number;
  source: AttendanceSource;
  /** Why somebody wrote it by hand. */
  reason?: string;
}
/** `PUT /api/enrolments/:id/attendance/:day`: by hand, with a reason; 0 hundredths says he was not there. */
export interface MarkAttendance {
  hundredths: number;
  hoursHundredths?: number;
  reason: string;
}
/** `POST /api/attendance/checks` {fileId, projectId, teamId, month}; template: `GET /api/attendance/template`. */
export interface CheckAttendance {
  fileId: string;
  projectId: string;
  teamId: string;
  month: PayMonth;
}

/**
 * `POST /api/machine/punches`, signed by a device's key (machine-clients.ts): one batch, once per batchId. A punch names
 * the person by citizen id (it is sealed at once) or by enrolment. First in and last out of a day make its hours.
 */
export interface PunchBatch {
  batchId: string;
  projectCode: string;
  punches: { citizenId?: string; enrolmentId?: string; at: string; direction: 'in' | 'out' }[];
}
export interface PunchesTaken {
  taken: number;
  /** Index in the batch and why it was not counted: not on this site's roster, a time in the future. */
  refused: { index: number; zh: string; en: string }[];
}
