import { literalPattern } from '../literal-pattern.ts';
import { normaliseForSearch } from './normalise.ts';
import { nameGramsOfWord } from './name-grams.ts';
import { gramsWithin } from './search-fields.ts';

type Filter = Record<string, unknown>;

/** More words than this are looked for as one text. */
const MOST_WORDS = 5;

/**
 * The records whose fields hold every word typed, or its pinyin initials. One or two characters are answered by the
 * index alone; of a longer word the index gives those that hold all its pairs, and the text itself decides. Join it
 * with other conditions in a list: `{ $and: [limits, searchFilter(q)] }`.
 */
export const searchFilter = (q: string): Filter => allOf(wordsOf(q).map(wordFilter));

/**
 * The same for records that have `sealedPersons`: each word stands in a line that is kept open, or in a sealed name.
 * Hardly a word does both, and no index is entered well by "one or the other": so it is asked first which of the two
 * there is at all (index on `grams`).
 */
export async function searchFilterWithNames(
  q: string,
  hasAny: (filter: Filter) => Promise<boolean>,
): Promise<Filter> {
  const filters: Filter[] = [];
  for (const word of wordsOf(q)) {
    const open = wordFilter(word);
    const grams = nameGramsOfWord(word);
    const named: Filter = { grams: grams?.length === 1 ? grams[0] : { $all: grams } };
    if (grams === null || !(await hasAny(named))) filters.push(open);
    else filters.push((await hasAny(open)) ? { $or: [open, named] } : named);
  }
  return allOf(filters);
}

function wordsOf(q: string): string[] {
  const typed = q.trim().split(/\p{White_Space}+/u);
  const words = (typed.length > MOST_WORDS ? [q] : typed).map(normaliseForSearch);
  return [...new Set(words)].filter((word) => word !== '');
}

function allOf(filters: readonly Filter[]): Filter {
  const [only] = filters;
  if (only === undefined) return {};
  return filters.length === 1 ? only : { $and: filters };
}

function wordFilter(word: string): Filter {
  const length = [...word].length;
  // A beginning, not two bounds: of a list one element could meet the lower and another the upper one.
  if (length === 1) return { grams: { $regex: `^${literalPattern(word)}` } };
  const grams = gramsWithin(word);
  if (length === 2) return { grams: word };
  return { grams: { $all: grams }, searchText: { $regex: literalPattern(word) } };
}
