import type { InstrumentId } from './instruments.ts';

/**
 * How sure a rule is: verified = read in the full text; confirmed = seen in an official answer, excerpt or
 * implementing text; provisional = from memory, never printed as law and always adjustable as a parameter.
 */
export type Certainty = 'verified' | 'confirmed' | 'provisional';

/** Where a rule stands: the instrument and, as far as it is certain, the place in it. */
export type Place = {
  readonly in: InstrumentId;
  readonly articles?: readonly number[];
  /** Item (一), (二) … of the article. */
  readonly item?: number;
  /** 之一, 之二: an article inserted later. */
  readonly suffix?: number;
  /** A place in a notice without articles, printed as it is: '一(一)'. */
  readonly part?: string;
  /** Article numbers not yet read in the text: kept for the next check, never printed. */
  readonly unverifiedArticles?: readonly number[];
};

/** One rule in our own words, with its places and how sure it is. */
export type Rule = {
  readonly certainty: Certainty;
  /** Empty for practice and local custom, which are not law and cannot be cited. */
  readonly at: readonly Place[];
  readonly zh: string;
  readonly en: string;
};

/** Articles of an instrument: `at('wageRegulation', 14)`. */
export function at(instrument: InstrumentId, ...articles: number[]): Place {
  return articles.length === 0 ? { in: instrument } : { in: instrument, articles };
}

/** An item of an article: `item('wageRegulation', 54, 1)` is 第五十四条第(一)项. */
export function item(instrument: InstrumentId, article: number, number: number): Place {
  return { in: instrument, articles: [article], item: number };
}

/** An instrument whose article number has not been read: printed without it. */
export function unread(instrument: InstrumentId, ...articles: number[]): Place {
  return { in: instrument, unverifiedArticles: articles };
}
