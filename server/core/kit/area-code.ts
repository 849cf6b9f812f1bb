import type { AreaCode } from './ids.ts';

/** How far down a code reaches. */
export type AreaLevel = 'province' | 'prefecture' | 'county' | 'town' | 'village';

/**
 * Is this a code of 6 (county and above), 9 (town) or 12 (village) digits? Only the form is checked:
 * codes change yearly and old ones stay in old papers, so an unknown code is a warning, never a refusal.
 */
export function isAreaCode(text: unknown): text is AreaCode {
  return typeof text === 'string' && /^[1-9]\d(?:\d{4}|\d{7}|\d{10})$/u.test(text) && gapless(text);
}

/** A part below an empty part (530001: county 01 of no prefecture) is no code. */
function gapless(text: string): boolean {
  if (text.slice(2, 4) === '00' && text.slice(4, 6) !== '00') return false;
  return (
    text.length === 6 || (text.slice(4, 6) !== '00' && !/^.{6}000/u.test(text) && !/^.{9}000/u.test(text))
  );
}

/** Brands an area code at the door; throws when it has another form. */
export function areaCode(text: string): AreaCode {
  if (!isAreaCode(text)) throw new TypeError('an area code has 6, 9 or 12 digits');
  return text;
}

/** The level a code stands for: 530000 province, 532600 prefecture, 532601 county, then town and village. */
export function areaLevel(code: AreaCode): AreaLevel {
  if (code.length === 12) return 'village';
  if (code.length === 9) return 'town';
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

/** The digits every code inside this area starts with: 53, 5326, 532601, … */
export function areaPrefix(code: AreaCode): string {
  const level = areaLevel(code);
  return level === 'province' ? code.slice(0, 2) : level === 'prefecture' ? code.slice(0, 4) : code;
}

/** The area that contains this one; null for a province. */
export function parentArea(code: AreaCode): AreaCode | null {
  switch (areaLevel(code)) {
    case 'village':
      return areaCode(code.slice(0, 9));
    case 'town':
      return areaCode(code.slice(0, 6));
    case 'county':
      return areaCode(`${code.slice(0, 4)}00`);
    case 'prefecture':
      return areaCode(`${code.slice(0, 2)}0000`);
    case 'province':
      return null;
  }
}

/** Does the first area lie in the second, or is it the same one? Decides what an official may see. */
export function isWithinArea(inner: AreaCode, outer: AreaCode): boolean {
  return inner.startsWith(areaPrefix(outer));
}

/** The area and everything that contains it, nearest first: the order in which parameters are looked up. */
export function areaWithAncestors(code: AreaCode): AreaCode[] {
  const parent = parentArea(code);
  return parent === null ? [code] : [code, ...areaWithAncestors(parent)];
}
