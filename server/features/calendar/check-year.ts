import type { SetCalendarYear } from '../../core/contract/areas.ts';
import type { FieldProblem } from '../../core/contract/errors.ts';
import { weekday } from '../../core/kit/plain-date.ts';

const problem = (path: string, zh: string, en: string): FieldProblem => ({
  in: 'body',
  path,
  rule: 'any.invalid',
  zh,
  en,
});
const isWeekend = (day: SetCalendarYear['off'][number]['day']): boolean => weekday(day) >= 6;

/**
 * What cannot be right about a year's list: a day outside the year and the December before it (New Year's bridge may
 * start there), a make-up day that is no weekend day, a day named twice or both off and on.
 */
export function checkCalendarYear(year: number, input: SetCalendarYear): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const seen = new Map<string, string>();
  for (const list of ['off', 'on'] as const) {
    input[list].forEach(({ day }, index) => {
      const path = `${list}.${index}.day`;
      if (day < `${year - 1}-12-01` || day > `${year}-12-31`) {
        problems.push(
          problem(
            path,
            `应在 ${year - 1} 年 12 月至 ${year} 年 12 月之间`,
            `Must lie between December ${year - 1} and December ${year}`,
          ),
        );
      }
      if (list === 'on' && !isWeekend(day)) {
        problems.push(
          problem(path, '调休上班日应是周六或周日', 'A make-up working day is a Saturday or Sunday'),
        );
      }
      const before = seen.get(day);
      if (before !== undefined)
        problems.push(problem(path, `与 ${before} 重复`, `Stands in ${before} already`));
      seen.set(day, path);
    });
  }
  return problems;
}

/** Working days a year of the years 2019–2026 had (248–251), with some room. */
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
