import { literalPattern } from '../literal-pattern.ts';
import { normaliseForSearch } from './normalise.ts';
import { gramsWithin } from './search-fields.ts';

type Filter = Record<string, unknown>;

/** More words than this are looked for as one text. */
const MOST_WORDS = 5;

/**
 * The records whose fields hold every word typed, or its pinyin initials. One or two characters are answered by the
 * index alone; of a longer word the index gives those that hold all its pairs, and the text itself decides. Join it
 * with other conditions in a list: `{ $and: [limits, searchFilter(q)] }`.
 */
export function searchFilter(q: string): Filter {
  const typed = q.trim().split(/\p{White_Space}+/u);
  const words = (typed.length > MOST_WORDS ? [q] : typed)
    .map(normaliseForSearch)
    .filter((word) => word !== '');
  const filters = [...new Set(words)].map(wordFilter);
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
