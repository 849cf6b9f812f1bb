import { initialsOf } from './initials.ts';
import { nameGrams } from './name-grams.ts';
import { normaliseForSearch } from './normalise.ts';

/** What a record is found by; missing and empty ones are passed over. */
export interface Searched {
  /** Firms, places, projects: found by part of the name or of its pinyin initials. */
  names?: readonly (string | undefined)[];
  /** People: the same, with the reading surnames have. */
  persons?: readonly (string | undefined)[];
  /** People whose names are kept sealed: the same by two characters and more, without a name standing anywhere. */
  sealedPersons?: readonly (string | undefined)[];
  /** Codes and free text: found by part of the text only. */
  texts?: readonly (string | undefined)[];
}

/** The stored side of a search; see `searchPaths` for the schema. */
export interface SearchFields {
  /**
   * The index: every two neighbouring characters, each last one with a blank behind it, and what stands for the
   * characters of sealed names, with a blank before it.
   */
  grams: string[];
  /** One line for each field and each line of initials: what a longer text is checked against. */
  searchText: string;
}

/** Spread into a schema with an index on `grams`; neither path is read unless asked for. */
export const searchPaths = {
  grams: { type: [String], required: true, select: false },
  searchText: { type: String, default: '', select: false },
} as const;

/** What is stored beside a record so that `searchFilter` finds it; to be made anew whenever one of the fields changes. */
export function searchFields({
  names = [],
  persons = [],
  sealedPersons = [],
  texts = [],
}: Searched): SearchFields {
  const lines = new Set<string>();
  const add = (text: string | undefined, kind?: 'person' | 'name'): void => {
    if (text === undefined) return;
    lines.add(normaliseForSearch(text));
    if (kind !== undefined) lines.add(normaliseForSearch(initialsOf(text, kind)));
  };
  for (const name of names) add(name, 'name');
  for (const person of persons) add(person, 'person');
  for (const text of texts) add(text);
  lines.delete('');
  const grams = new Set<string>();
  for (const line of lines) for (const gram of paddedGrams(line)) grams.add(gram);
  for (const person of sealedPersons)
    if (person !== undefined) for (const gram of nameGrams(person)) grams.add(gram);
  return { grams: [...grams], searchText: [...lines].join('\n') };
}

/** No line holds a blank, so one behind the last character says: here it ends. */
const END = ' ';

function* paddedGrams(line: string): Generator<string> {
  let before = '';
  for (const character of line) {
    if (before !== '') yield before + character;
    before = character;
  }
  yield before + END;
}

/** Every two neighbouring characters of a text of two or more, each once. */
export function gramsWithin(text: string): string[] {
  const characters = [...text];
  return [...new Set(characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`))];
}
