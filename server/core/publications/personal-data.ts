/** What of a person must not stand in a published text. */
export type FoundInText = 'phone' | 'citizenId' | 'bankCard' | 'name';

/** Digits are written in groups, with dashes, and in full width: they are compared without. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/(?<=\d)[\s-]+(?=[\dXx])/gu, '');

const PATTERNS: readonly (readonly [FoundInText, RegExp])[] = [
  ['citizenId', /(?<!\d)\d{17}[\dXx](?![\dA-Za-z])/u],
  ['phone', /(?<!\d)1[3-9]\d{9}(?!\d)/u],
  ['bankCard', /(?<!\d)\d{16,19}(?![\dXx])/u],
];
const SHORTEST_NAME = 2;

/**
 * Numbers and names of persons in a text that is about to be published: a text in which one is found is refused. It finds
 * what can be found by form and the names it is told; whether anything else is private somebody has to say.
 * @example personalDataIn('联系电话 138 0000 0001', []) // ['phone']
 * @law PUB-3
 */
export function personalDataIn(text: string, names: readonly string[]): FoundInText[] {
  const compared = plain(text);
  const found = PATTERNS.flatMap(([what, pattern]) => (pattern.test(compared) ? [what] : []));
  const squeezed = compared.replaceAll(/\s/gu, '');
  const isNamed = names.some((name) => {
    const bare = name.normalize('NFKC').replaceAll(/\s/gu, '');
    return [...bare].length >= SHORTEST_NAME && squeezed.includes(bare);
  });
  return isNamed ? [...found, 'name'] : found;
}
