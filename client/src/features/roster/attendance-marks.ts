import type { AttendanceMark, AttendanceSource } from '../../../../server/core/contract/attendance.ts';
import type { PlainDate } from '../../../../server/core/kit/plain-date.ts';

/** The three states of a day: known to have worked, known not to have been there, and nobody has recorded anything. */
export type DayState = 'worked' | 'absent' | 'noData';

export const stateOf = (mark: AttendanceMark | undefined): DayState => {
  if (mark === undefined) return 'noData';
  return mark.hundredths > 0 ? 'worked' : 'absent';
};

/** 100 → '1', 50 → '0.5': digits, never a float. */
export function daysText(hundredths: number): string {
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = String(Math.trunc(hundredths / 100));
  return rest === '' ? whole : `${whole}.${rest}`;
}

export const marksByDay = (marks: readonly AttendanceMark[]): ReadonlyMap<PlainDate, AttendanceMark> =>
  new Map(marks.map((mark) => [mark.day, mark]));

/** Where a record comes from, as one small sign in the corner of its day. */
export const SOURCE_SIGNS: Record<AttendanceSource, string> = { device: '●', workbook: '■', hand: '▲' };
