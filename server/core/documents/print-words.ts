import { toChineseCapitals } from '../kit/chinese-capitals.ts';
import type { Fen } from '../kit/money.ts';
import { formatYuan, parseYuanText } from '../kit/money.ts';
import type { PayMonth } from '../kit/plain-date.ts';
import { isPlainDate, partsOf } from '../kit/plain-date.ts';
import type { PeriodId } from '../law/periods.ts';
import { period } from '../law/periods.ts';

/** @example dayInWords('2026-11-02') // 2026年11月2日 */
export function dayInWords(day: string): string {
  const { year, month, day: date } = partsOf(day);
  return `${year}年${month}月${date}日`;
}

/** A sum as fields of type `yuan` hold it. */
export const yuanText = (fen: Fen): string => formatYuan(fen, { grouping: false });

/** The capitals of a sum in yuan; undefined where the text is no sum. */
export function capitalsOf(yuan: string | undefined): string | undefined {
  const fen = yuan === undefined ? null : parseYuanText(yuan);
  return fen === null ? undefined : toChineseCapitals(fen);
}

/**
 * Pay months as people say them, runs drawn together.
 * @example monthsInWords(['2026-07', '2026-08', '2026-10']) // 2026年7月至8月、2026年10月
 */
export function monthsInWords(months: readonly PayMonth[]): string {
  const sorted = [...new Set(months)].sort();
  const runs: [first: PayMonth, last: PayMonth][] = [];
  for (const month of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && numberOf(month) === numberOf(run[1]) + 1) run[1] = month;
    else runs.push([month, month]);
  }
  return runs.map(([first, last]) => runInWords(first, last)).join('、');
}

const numberOf = (month: PayMonth): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

function runInWords(first: PayMonth, last: PayMonth): string {
  const said = (month: PayMonth): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
  if (first === last) return said(first);
  return first.slice(0, 4) === last.slice(0, 4)
    ? `${said(first)}至${Number(last.slice(5))}月`
    : `${said(first)}至${said(last)}`;
}

/** The length of a statutory period in words: 5个工作日, 60日, 6个月. */
export function lengthInWords(id: PeriodId): string {
  const { length } = period(id);
  if ('workingDays' in length) return `${length.workingDays}个工作日`;
  if ('calendarDays' in length) return `${length.calendarDays}日`;
  if ('months' in length) return `${length.months}个月`;
  throw new RangeError(`${id} has no length that is printed`);
}

/** A value as it stands on paper; sums stand there as in the sentences of the same paper. */
export function printed(type: string | undefined, value: string): string {
  if (type === 'day' && isPlainDate(value)) return dayInWords(value);
  if (type === 'yuan') {
    const fen = parseYuanText(value);
    return fen === null ? value : yuanText(fen);
  }
  return value;
}
