const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const isCitizenId = (text: string): boolean => {
  const sum = WEIGHTS.reduce((all, weight, index) => all + weight * Number(text[index]), 0);
  return '10X98765432'.charAt(sum % 11) === text[17]?.toUpperCase();
};

const isCard = (text: string): boolean => {
  const sum = [...text].reverse().reduce((all, digit, index) => {
    const twice = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return all + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
};

/** Numbers of people a text shows in full: citizen ids, mobile phones, bank cards; parts of longer figures are none. */
export function fullNumbers(text: string): string[] {
  const found: string[] = [];
  for (const { 0: digits, index } of text.matchAll(/(?<![\w.*-])\d{11,19}[Xx]?(?![\w.*-])/gu)) {
    // An amount says so: `…Fen": 15200000000`, also with the quotes of a table or a workbook.
    if (/Fen(?:"|&quot;)*:\s*$/u.test(text.slice(Math.max(0, index - 24), index))) continue;
    if (/^[1-9]\d{5}(?:19|20)\d{9}[\dXx]$/u.test(digits) && isCitizenId(digits)) found.push(`id ${digits}`);
    else if (/^1[3-9]\d{9}$/u.test(digits)) found.push(`phone ${digits}`);
    else if (/^62\d{14,17}$/u.test(digits) && isCard(digits)) found.push(`card ${digits}`);
  }
  return found;
}
