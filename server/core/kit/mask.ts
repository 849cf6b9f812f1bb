/** Masked forms of personal data: enough to recognise one's own, too little to use another's. */

const STAR = '*';

/** Keeps the first and last characters given and covers the rest; a text too short is covered whole. */
function cover(text: string, head: number, tail: number): string {
  const letters = [...text.trim()];
  const hidden = letters.length - head - tail;
  if (hidden < 1) return STAR.repeat(Math.max(letters.length, 0));
  return [...letters.slice(0, head), STAR.repeat(hidden), ...letters.slice(letters.length - tail)].join('');
}

/** 张三 → 张*, 欧阳小明 → 欧**明, 王小二 → 王*二: the first and, from three characters on, the last stay. */
export function maskName(name: string): string {
  const length = [...name.trim()].length;
  return cover(name, 1, length > 2 ? 1 : 0);
}

/** 11010519491231002X → 110***********002X: the birth date cannot be read from it. */
export function maskCitizenId(citizenId: string): string {
  return cover(citizenId, 3, 4);
}

/** 13812345678 → 138****5678. */
export function maskPhone(phone: string): string {
  return cover(phone, 3, 4);
}

/** 6222021234567890123 → ***************0123: the last four digits are what people compare. */
export function maskBankCard(card: string): string {
  return cover(card.replace(/\s/gu, ''), 0, 4);
}
