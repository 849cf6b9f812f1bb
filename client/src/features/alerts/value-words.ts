import { yuanText } from '../../format/money.ts';
import { parameterDigits } from '../../format/parameter-value.ts';

/** A figure behind the words of an alert, told by its name: money in fen, a share, a yes or no, a count or a day. */
export function valueText(name: string, value: number | string, words: { yes: string; no: string }): string {
  if (typeof value === 'string') return value;
  if (/Fen$/.test(name)) return yuanText(value);
  if (/BasisPoints$/.test(name)) return parameterDigits('basisPoints', value);
  if (name === 'returned') return value === 0 ? words.no : words.yes;
  return String(value);
}
