import { COMMON_WORDS } from './common-words.ts';

/**
 * How many guesses, as a power of ten, somebody needs who tries words, names, keyboard walks, dates, repetitions and their
 * combinations before he tries letters one by one. 'zhangsan19900101' needs fewer than 10^8, ten random letters 10^14.
 */
export function guessesOf(password: string): number {
  const text = password.normalize('NFKC').toLowerCase();
  return Math.min(cheapest(text), cheapest(plainLetters(text)) + LEET);
}

/** Signs for letters, as in 'p@ssw0rd': known to everybody, so hardly worth anything. */
const plainLetters = (text: string): string => text.replace(/[@4301!$57]/gu, (sign) => LEETED[sign] ?? sign);
const LEETED: Record<string, string> = {
  ...{ '@': 'a', '4': 'a', '3': 'e', '0': 'o', '1': 'l', '!': 'i', $: 's', '5': 's', '7': 't' },
};
const LEET = 0.5;
const LONGEST_PART = 24;

/** The cheapest way to put the text together from parts. */
function cheapest(text: string): number {
  const best = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let least = Infinity;
    for (let start = Math.max(0, end - LONGEST_PART); start < end; start += 1)
      least = Math.min(least, (best[start] ?? 0) + partCost(text.slice(start, end)));
    best.push(least);
  }
  return best[text.length] ?? 0;
}

const WORD = Math.log10(COMMON_WORDS.size);
const DAY = 4.3;
const [YEAR, DAY_OF_YEAR, RUN] = [2, 2.6, 2];

function partCost(part: string): number {
  if (part.length === 1) return characterCost(part);
  if (COMMON_WORDS.has(part)) return WORD;
  if (isRun(part)) return RUN;
  if (/^(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/u.test(part)) return DAY;
  if (/^(?:19|20)\d\d$/u.test(part)) return YEAR;
  if (/^(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/u.test(part)) return DAY_OF_YEAR;
  // Somebody's number: whoever guesses for one person knows it, or its first and last digits.
  if (/^1[3-9]\d{9}$/u.test(part)) return PHONE;
  return repetitionCost(part);
}
const PHONE = 5;

function characterCost(character: string): number {
  if (/\d/u.test(character)) return 1;
  if (/[a-z]/u.test(character)) return 1.4;
  return character.charCodeAt(0) < 128 ? 1.6 : 3;
}

const ROWS = [
  ...[
    '1234567890',
    '0123456789',
    'qwertyuiop',
    'asdfghjkl',
    'zxcvbnm',
    '!@#$%^&*()',
    'abcdefghijklmnopqrstuvwxyz',
  ],
  ...[
    '1qaz',
    '2wsx',
    '3edc',
    '4rfv',
    '5tgb',
    '6yhn',
    '7ujm',
    '8ik,',
    '9ol.',
    '1qazxsw23edcvfr4',
    '147258369',
  ],
];
const RUNS = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);

/** Three neighbours or more on the keyboard or in the alphabet, in either direction. */
const isRun = (part: string): boolean => part.length >= 3 && RUNS.some((run) => run.includes(part));

/** A piece once and again costs little more than the piece. */
function repetitionCost(part: string): number {
  for (let size = 1; size <= part.length / 2; size += 1) {
    const piece = part.slice(0, size);
    if (part.length % size === 0 && piece.repeat(part.length / size) === part) return cheapest(piece) + 0.5;
  }
  return Infinity;
}
