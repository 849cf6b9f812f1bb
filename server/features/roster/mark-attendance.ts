import type { AttendancePerson, MarkAttendance } from '../../core/contract/attendance.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { partsOf, payMonthOf } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import type { EnrolmentRecord } from './enrolment.model.ts';
import { peopleOf } from './get-attendance-month.ts';
import { getEnrolmentRecord, standingTo } from './roster-reach.ts';
import { columnsOf, monthsOf, saveMonths } from './write-attendance.ts';
import { recordEnrolment } from './write-enrolment.ts';

/**
 * A day written by hand, with the reason, which is an event. What a device or a workbook says of the day outranks it;
 * it is kept beneath all the same. Only days on site, and none of the future.
 */
export async function markAttendance(
  id: string,
  day: PlainDate,
  input: MarkAttendance,
  ctx: Ctx,
): Promise<AttendancePerson> {
  return inTransaction(async () => {
    const { record, position } = await getEnrolmentRecord(id, ctx);
    if (!standingTo(String(record.employerId), position, ctx).includes('employer'))
      throw new AppError('forbidden');
    if (!isOnSiteOn(record, day) || day > ctx.today)
      throw wrongField('day', '不在进退场之间，或晚于今天', 'Not a day on site, or a day of the future');
    const month = payMonthOf(day);
    const months = await monthsOf([record], month);
    for (const attended of months.values()) {
      const at = partsOf(day).day;
      const hand = columnsOf(attended, 'hand');
      hand.days[at - 1] = input.hundredths;
      hand.hours[at - 1] = input.hoursHundredths ?? null;
      const others = attended.notes?.filter((note) => note.day !== at) ?? [];
      attended.notes = [...others, { day: at, reason: input.reason }];
    }
    await saveMonths([...months.values()], ctx.today);
    const { hundredths, hoursHundredths, reason } = input;
    const facts = { day, hundredths, hoursHundredths, reason };
    await recordEnrolment(record, 'attendance.markedByHand', facts, ctx);
    const [person] = await peopleOf([record], month);
    if (person === undefined) throw new Error('one person makes one row');
    return person;
  });
}

/** Between entry and exit, both days included. */
export function isOnSiteOn(
  { enteredOn, leftOn }: Pick<EnrolmentRecord, 'enteredOn' | 'leftOn'>,
  day: PlainDate,
): boolean {
  return enteredOn !== undefined && enteredOn <= day && (leftOn === undefined || day <= leftOn);
}
