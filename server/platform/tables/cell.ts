import { fen, formatYuan } from '../../core/kit/money.ts';
import { dayNumber, isPlainDate, toShanghaiDay } from '../../core/kit/plain-date.ts';
import type { ColumnKind } from './table.ts';

/** Excel's own limit; longer text makes it call the whole file broken. */
const MAX_TEXT = 32_767;
const MILLIS_PER_DAY = 86_400_000;
/** Excel's day 0, counted so that its missing 1900-02-29 does not matter for any day of ours. */
const EXCEL_EPOCH = 25_569;
const SHANGHAI_OFFSET = 8 * 3_600_000;

/** Characters XML cannot carry, and halves of surrogate pairs. */
// eslint-disable-next-line no-control-regex -- taking control characters out is the point
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

export const plainText = (value: unknown): string =>
  String(Array.isArray(value) ? value.join('、') : value).replace(UNPRINTABLE, '');

const isNothing = (value: unknown): value is null | undefined | '' =>
  value === null || value === undefined || value === '';

/** Thrown for a value its column cannot hold: a fault of the exporting feature, never of its reader. */
const misfit = (kind: ColumnKind, value: unknown): Error =>
  new TypeError(`a ${kind} column cannot hold a ${typeof value}`);

function momentOf(value: unknown): number {
  const millis =
    value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(millis)) throw misfit('moment', value);
  return millis;
}

/** The value of a workbook cell; days and moments as Excel's own numbers, so that they sort and filter. */
export function sheetCell(kind: ColumnKind, value: unknown): string | number | null {
  if (isNothing(value)) return null;
  switch (kind) {
    case 'text':
      return plainText(value).slice(0, MAX_TEXT);
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw misfit(kind, value);
      return value;
    case 'fen':
      if (typeof value !== 'number') throw misfit(kind, value);
      return Number(formatYuan(fen(value), { grouping: false }));
    case 'day':
      if (!isPlainDate(value)) throw misfit(kind, value);
      return dayNumber(value) + EXCEL_EPOCH;
    case 'moment': {
      const seconds = Math.floor((momentOf(value) + SHANGHAI_OFFSET) / 1000);
      return seconds / (MILLIS_PER_DAY / 1000) + EXCEL_EPOCH;
    }
  }
}

/** The same as text: amounts without grouping, moments as 'YYYY-MM-DD hh:mm:ss' in Shanghai. */
export function textCell(kind: ColumnKind, value: unknown): string {
  if (isNothing(value)) return '';
  switch (kind) {
    case 'text':
      return plainText(value);
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw misfit(kind, value);
      return String(value);
    case 'fen':
      if (typeof value !== 'number') throw misfit(kind, value);
      return formatYuan(fen(value), { grouping: false });
    case 'day':
      if (!isPlainDate(value)) throw misfit(kind, value);
      return value;
    case 'moment': {
      const millis = momentOf(value);
      const inDay = (((millis + SHANGHAI_OFFSET) % MILLIS_PER_DAY) + MILLIS_PER_DAY) % MILLIS_PER_DAY;
      const two = (unit: number, of: number): string =>
        String(Math.floor(inDay / unit) % of).padStart(2, '0');
      return `${toShanghaiDay(millis)} ${two(3_600_000, 24)}:${two(60_000, 60)}:${two(1_000, 60)}`;
    }
  }
}
