import type { SetCalendarYear } from '../../core/contract/areas.ts';
import type { FieldProblem } from '../../core/contract/errors.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { CalendarFault } from '../../core/law/calendar/check-year.ts';
import { checkCalendarYear } from '../../core/law/calendar/check-year.ts';
import { toCalendarYear } from './load-calendar.ts';

const WORDS: Readonly<Record<CalendarFault['code'], readonly [zh: string, en: string]>> = {
  noNotice: ['请填写通知文号', 'Give the number of the notice'],
  noDaysOff: ['请列出放假日', 'List the days off'],
  yearOutOfRange: ['年份超出范围', 'The year is out of range'],
  blockBackwards: ['止日早于起日', 'Ends before it begins'],
  blockTooLong: ['连续放假过长，请核对', 'Too many days off in a row'],
  outsideYear: [
    '应在本年内，或上一年 12 月最后一周',
    'Must lie in the year, or in the last week of December before it',
  ],
  listedTwice: ['这一天重复列出', 'This day is listed twice'],
  makeUpOnWeekday: ['调休上班日应是周六或周日', 'A make-up working day is a Saturday or Sunday'],
};

/** What cannot be right about a year's list, told beside the rows of the form it was typed into. */
export function yearProblems(year: number, input: SetCalendarYear): FieldProblem[] {
  const { notice, off, on } = input;
  const faults = checkCalendarYear(
    toCalendarYear({ year, notice, issuedOn: off[0]?.day ?? NO_DAY, off, on }),
  );
  return faults.map((fault) => {
    const [zh, en] = WORDS[fault.code];
    const path =
      'day' in fault
        ? rowOf(fault.day, input, fault.code === 'makeUpOnWeekday')
        : fault.code === 'noNotice'
          ? 'notice'
          : 'off';
    return { in: 'body', path, rule: 'any.invalid', zh, en };
  });
}

/** The check does not look at the day of issue. */
const NO_DAY = '2000-01-01' as PlainDate; // a day that exists

/** The last row that names the day: of a day listed twice, the one to take out. */
function rowOf(day: PlainDate, { off, on }: SetCalendarYear, madeUp: boolean): string {
  const inOn = on.findLastIndex((row) => row.day === day);
  if (inOn >= 0 || madeUp) return `on.${inOn}.day`;
  return `off.${off.findLastIndex((row) => row.day === day)}.day`;
}

/** Working days the years 2019–2026 had (248–251), with some room. */
const USUAL_WORKING_DAYS = { least: 245, most: 254 };
/** 13 statutory days off since 2025 (CAL-1); with bridges a list is always longer. */
const LEAST_DAYS_OFF = 13;

/** What looks unusual without being impossible: shown beside the year, to be compared with the notice once more. */
export function calendarWarnings(
  list: Pick<SetCalendarYear, 'off'>,
  workingDays: number,
): { zh: string; en: string }[] {
  const warnings: { zh: string; en: string }[] = [];
  if (workingDays < USUAL_WORKING_DAYS.least || workingDays > USUAL_WORKING_DAYS.most) {
    warnings.push({
      zh: `全年 ${workingDays} 个工作日，与往年（248–251 个）相差较大，请与通知核对`,
      en: `${workingDays} working days is unlike earlier years (248–251): compare with the notice`,
    });
  }
  if (list.off.length < LEAST_DAYS_OFF) {
    warnings.push({
      zh: `只列了 ${list.off.length} 个放假日，少于法定的 ${LEAST_DAYS_OFF} 天，请与通知核对`,
      en: `Only ${list.off.length} days off are listed, fewer than the ${LEAST_DAYS_OFF} statutory ones: compare with the notice`,
    });
  }
  return warnings;
}
