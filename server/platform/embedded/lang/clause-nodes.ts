import { visitPath } from './paths.ts';
import { isDoc } from './values.ts';
import type { Predicate } from './predicates.ts';
import type { Value } from './types.ts';

/** Where the `$` of an update points: the array element that made the filter match. */
export interface Track {
  index?: number;
}

/**
 * One node of a compiled filter. What the planner may use of it stands beside the test itself. Nodes are
 * classes, because a filter is compiled for every command and named closures cost far more to make.
 */
export interface Clause {
  matches(root: Value, track: Track | null): boolean;
  /** A predicate that some value reached by the path satisfies. */
  leaf?: { path: string; predicate: Predicate };
  and?: Clause[];
  or?: Clause[];
  /** The clauses one single array element satisfies, by their full paths. */
  element?: Clause[];
}

class AllOf implements Clause {
  readonly and: Clause[];

  constructor(clauses: Clause[]) {
    this.and = clauses;
  }

  matches(root: Value, track: Track | null): boolean {
    for (const clause of this.and) if (!clause.matches(root, track)) return false;
    return true;
  }
}

export const allOf = (clauses: Clause[]): Clause =>
  clauses.length === 1 && clauses[0] ? clauses[0] : new AllOf(clauses);

export class AnyOf implements Clause {
  readonly or: Clause[];

  constructor(clauses: Clause[]) {
    this.or = clauses;
  }

  matches(root: Value, track: Track | null): boolean {
    return this.or.some((clause) => clause.matches(root, track));
  }
}

/** A negation tells nothing about array positions, so it tracks none. */
export class NoneOf implements Clause {
  readonly #clauses: Clause[];

  constructor(clauses: Clause[]) {
    this.#clauses = clauses;
  }

  matches(root: Value): boolean {
    return !this.#clauses.some((clause) => clause.matches(root, null));
  }
}

/** Some value the path reaches satisfies the predicate. */
export class Leaf implements Clause {
  readonly leaf: { path: string; predicate: Predicate };
  readonly #parts: string[];
  readonly #leafArrays: boolean;

  constructor(path: string, parts: string[], predicate: Predicate, leafArrays: boolean) {
    this.leaf = { path, predicate };
    this.#parts = parts;
    this.#leafArrays = leafArrays;
  }

  matches(root: Value, track: Track | null): boolean {
    const { predicate } = this.leaf;
    return visitPath(root, this.#parts, this.#leafArrays, (value, index) => {
      if (!predicate.test(value)) return false;
      if (track && index !== undefined) track.index = index;
      return true;
    });
  }
}

/** Some element of an array the path reaches satisfies all of the clauses. */
export class ElementMatch implements Clause {
  readonly element: Clause[];
  readonly #parts: string[];
  readonly #whole: Clause;
  readonly #onValues: boolean;

  constructor(parts: string[], inside: Clause[], onValues: boolean) {
    this.element = inside;
    this.#parts = parts;
    this.#whole = allOf(inside);
    this.#onValues = onValues;
  }

  matches(root: Value, track: Track | null): boolean {
    return visitPath(root, this.#parts, false, (value, outer) => {
      const at = Array.isArray(value) ? value.findIndex((item) => this.#holds(item)) : -1;
      if (at >= 0 && track) track.index = outer ?? at;
      return at >= 0;
    });
  }

  #holds(item: Value): boolean {
    if (this.#onValues || isDoc(item)) return this.#whole.matches(item, null);
    // An array inside the array is searched as a document with numbers for names.
    return Array.isArray(item) && this.#whole.matches(Object.fromEntries(item.entries()), null);
  }
}
