const LEGAL_FORM = /(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$/u;
const SHORTEST = 2;

/** A name as it is compared: one width, one case, no blanks. */
export const plainName = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/**
 * What to look for when somebody has written a firm's name: how it ends is often left out or put otherwise. Nothing where
 * too little is written to tell anything.
 * @example stemOfName('文山建工集团有限公司') // '文山建工'
 */
export function stemOfName(written: string): string {
  const whole = plainName(written);
  const stem = whole.replace(LEGAL_FORM, '');
  const words = stem.length >= SHORTEST ? stem : whole;
  return words.length >= SHORTEST ? words : '';
}
