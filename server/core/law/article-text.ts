import type { Place } from './rule.ts';

/** Languages a citation is printed in. */
export type Language = 'zh' | 'en';

const DIGITS = '零一二三四五六七八九';

/** A number below 10 000 as statutes write it: 14 → 十四, 105 → 一百零五, 276 → 二百七十六. */
export function chineseNumeral(value: number): string {
  if (!Number.isSafeInteger(value) || value < 1 || value > 9999) throw new RangeError('1 to 9999');
  let out = '';
  let gap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = out !== '';
      continue;
    }
    out += `${gap ? '零' : ''}${DIGITS.charAt(digit)}${name}`;
    gap = false;
  }
  return value >= 10 && value < 20 ? out.slice(1) : out;
}

/** The place inside an instrument in words; empty when no article number is certain. */
export function articleText(place: Place, language: Language): string {
  if (place.part !== undefined) {
    return language === 'zh' ? `第${place.part.charAt(0)}部分${place.part.slice(1)}` : `part ${place.part}`;
  }
  const articles = place.articles ?? [];
  if (articles.length === 0) return '';
  if (language === 'en') {
    const numbers = articles.map(
      (article) => `${article}${place.suffix === undefined ? '' : `-${place.suffix}`}`,
    );
    const label = articles.length === 1 ? 'Art.' : 'Arts.';
    return `${label} ${numbers.join(', ')}${place.item === undefined ? '' : `(${place.item})`}`;
  }
  const suffix = place.suffix === undefined ? '' : `之${chineseNumeral(place.suffix)}`;
  const inside = place.item === undefined ? '' : `第（${chineseNumeral(place.item)}）项`;
  return articles.map((article) => `第${chineseNumeral(article)}条${suffix}`).join('、') + inside;
}
