import type { PlainDate } from '../kit/plain-date.ts';
import { partsOf } from '../kit/plain-date.ts';

/** Ours, where the area has set no pattern: office, 劳监, kind, year and a count without gaps. */
export const DEFAULT_NUMBER_PATTERN = '{机关}劳监{字}字〔{年}〕第 {号} 号';

/** What a pattern is made of; the kind, the year and the count must be in it, or two papers could share a number. */
export const NUMBER_PARTS = ['机关', '字', '年', '号'] as const;

/** Does every paper get a number of its own by this pattern? */
export function isNumberPattern(pattern: string): boolean {
  const parts = [...pattern.matchAll(/\{([^{}]*)\}/gu)].map(([, part]) => part ?? '');
  const known: readonly string[] = NUMBER_PARTS;
  const plain = pattern.replace(/\{[^{}]*\}/gu, '');
  return (
    parts.every((part) => known.includes(part)) &&
    ['字', '年', '号'].every((part) => parts.filter((one) => one === part).length === 1) &&
    !/[{}]/u.test(plain)
  );
}

/**
 * The number of a paper.
 * @example documentNumber(DEFAULT_NUMBER_PATTERN, { office: '文山', word: '责', issuedOn: '2026-11-22', serial: 7 })
 * // 文山劳监责字〔2026〕第 7 号
 */
export function documentNumber(
  pattern: string,
  { office, word, issuedOn, serial }: { office: string; word: string; issuedOn: PlainDate; serial: number },
): string {
  const values: Record<string, string> = {
    机关: office,
    字: word,
    年: String(partsOf(issuedOn).year),
    号: String(serial),
  };
  return pattern.replace(/\{([^{}]*)\}/gu, (_, part: string) => values[part] ?? '');
}
