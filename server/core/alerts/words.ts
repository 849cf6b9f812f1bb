import type { Fen } from '../kit/money.ts';
import { formatYuan } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import { partsOf } from '../kit/plain-date.ts';
import type { Words } from './rule.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** @example monthWords('2026-09') // 2026年9月, Sep 2026 */
export function monthWords(month: PayMonth): Words {
  const { year, month: number } = partsOf(`${month}-01`);
  return { zh: `${year}年${number}月`, en: `${MONTHS[number - 1]} ${year}` };
}

/** @example dayWords('2026-10-05') // 2026年10月5日, 5 Oct 2026 */
export function dayWords(date: PlainDate): Words {
  const { year, month, day } = partsOf(date);
  return { zh: `${year}年${month}月${day}日`, en: `${day} ${MONTHS[month - 1]} ${year}` };
}

/** @example yuanWords(123456) // 1,234.56 元, 1,234.56 yuan */
export function yuanWords(amount: Fen): Words {
  const yuan = formatYuan(amount);
  return { zh: `${yuan} 元`, en: `${yuan} yuan` };
}

/** @example percentWords(1250) // 12.5% */
export function percent(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}

/** Says how many in English, where the word follows the number. @example counted(1, 'person', 'people') // 1 person */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
