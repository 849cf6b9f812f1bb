import type { Fen } from './money.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];

/** Four digits as capitals: 1005 → 壹仟零伍; zeros at the end are left out. */
function capitalGroup(group: number): string {
  let out = '';
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      zero = out !== '';
      continue;
    }
    out += `${zero ? '零' : ''}${DIGITS.charAt(digit)}${PLACES[place] ?? ''}`;
    zero = false;
  }
  return out;
}

/**
 * Groups of four from the right: yuan, 万, 亿, 万亿. One 零 stands between two groups when the lower one
 * begins with a zero or the higher one ends with one (the banks' rule for filling in bills).
 */
function capitalYuan(yuan: number): string {
  const groups = [0, 1, 2, 3].map((index) => Math.floor(yuan / 10_000 ** index) % 10_000);
  let out = '';
  for (let index = 3; index >= 0; index -= 1) {
    const group = groups[index] ?? 0;
    if (group === 0) continue;
    const gap = out !== '' && (group < 1000 || (groups[index + 1] ?? 0) % 10 === 0);
    const beforeYi = index === 3 && groups[2] === 0 ? '万亿' : ['', '万', '亿', '万'][index];
    out += `${gap ? '零' : ''}${capitalGroup(group)}${beforeYi ?? ''}`;
  }
  return out;
}

/**
 * The amount in the capitals that receipts and decisions carry (大写金额); 整 closes a sum without 分.
 * @example toChineseCapitals(fen(1234567)) // 壹万贰仟叁佰肆拾伍元陆角柒分
 * @example toChineseCapitals(fen(100503))  // 壹仟零伍元零叁分
 */
export function toChineseCapitals(amount: Fen): string {
  const magnitude = Math.abs(amount);
  const sign = amount < 0 ? '负' : '';
  const yuan = Math.floor(magnitude / 100);
  const [jiao, cent] = [Math.floor(magnitude / 10) % 10, magnitude % 10];
  if (magnitude === 0) return '零元整';
  const head = yuan === 0 ? '' : `${capitalYuan(yuan)}元`;
  if (jiao === 0 && cent === 0) return `${sign}${head}整`;
  const middle = jiao === 0 ? (head === '' ? '' : '零') : `${DIGITS.charAt(jiao)}角`;
  const tail = cent === 0 ? '整' : `${DIGITS.charAt(cent)}分`;
  return `${sign}${head}${middle}${tail}`;
}
