import { createHmac } from 'node:crypto';
import { keyRing } from '../crypto/field-keys.ts';
import { initialsOf } from './initials.ts';
import { normaliseForSearch } from './normalise.ts';

/** So much of a hash tells a million different grams apart; the blank before it keeps it from what anybody types. */
const BYTES = 6;
const MARK = ' ';

/** What a sealed name is found by: whoever has the store and not the key reads no name in it. */
function blindGram(gram: string): string {
  const { blindHash, blindIndexKey } = keyRing();
  const hash = createHmac(blindHash, blindIndexKey).update(`searchGram:${gram}`, 'utf8').digest();
  return MARK + hash.subarray(0, BYTES).toString('base64url');
}

/** Every stretch of so many neighbouring characters, each once. */
const stretches = (characters: readonly string[], length: number): string[] => [
  ...new Set(characters.slice(length - 1).map((_, at) => characters.slice(at, at + length).join(''))),
];

/**
 * The stored side of a person's name that is kept sealed: every two and every three neighbouring characters of it and
 * of its initials. Single characters are left out: how often each surname comes is known to everybody, and would give
 * the surnames away.
 */
export function nameGrams(name: string): string[] {
  const lines = [normaliseForSearch(name), normaliseForSearch(initialsOf(name, 'person'))];
  const grams = lines
    .map((line) => [...line])
    .flatMap((line) => [...stretches(line, 2), ...stretches(line, 3)]);
  return [...new Set(grams)].map(blindGram);
}

/** What all of a word's stretches must be found by; null for a single character, which finds no person. */
export function nameGramsOfWord(word: string): string[] | null {
  const characters = [...word];
  if (characters.length < 2) return null;
  return stretches(characters, Math.min(characters.length, 3)).map(blindGram);
}
