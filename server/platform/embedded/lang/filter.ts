import { parse, parseFields } from './bson-read.ts';
import { type Bounds, boundsOf, equalPaths, implies, requiredPoints } from './bounds.ts';
import { allOf, type Clause, type Track } from './clause-nodes.ts';
import { newNeeds, readFilter } from './clauses.ts';
import { StoreError } from './errors.ts';
import type { Doc, Value } from './types.ts';

export type { Bounds } from './bounds.ts';

export interface Filter {
  matches(bytes: Uint8Array): boolean;
  matchesDoc(doc: Doc): boolean;
  /**
   * Keys every match has in an index on this path; null when nothing is known. Where an array may have
   * made several entries (`multikey`, the default) two predicates can be met by two elements, so only
   * one of them bounds; pass false for an index that never saw an array. In a multikey compound index
   * use no bounds of a path that shares its first name with an earlier path that was bounded.
   */
  bounds(path: string, multikey?: boolean): Bounds | null;
  /** Values that must all be among what the path reaches, each a bound in itself. */
  required(path: string): Value[];
  /** The paths, when it says nothing but that each equals one plain value. */
  equalPaths(): string[] | null;
  equalities: Record<string, Value>;
  positional(doc: Doc): number | undefined;
  /** Whether every match of this filter also matches the expression of a partial index. */
  impliesPartial(partial: Doc): boolean;
  /** The top-level fields it reads; null when it needs the whole document. */
  fields: readonly string[] | null;
}

/** A query filter as MongoDB reads it; operators outside the allow-list are refused. */
export const compileFilter = (filter: Doc): Filter => new CompiledFilter(filter);

class CompiledFilter implements Filter {
  readonly fields: readonly string[] | null;
  readonly #root: Clause;

  constructor(filter: Doc) {
    const needs = newNeeds();
    this.#root = allOf(readFilter(filter, '', needs));
    this.fields = needs.wholeDocument ? null : [...needs.names];
  }

  matches(bytes: Uint8Array): boolean {
    return this.#root.matches(this.fields ? parseFields(bytes, this.fields) : parse(bytes), null);
  }

  matchesDoc(doc: Doc): boolean {
    return this.#root.matches(doc, null);
  }

  bounds(path: string, multikey = true): Bounds | null {
    return boundsOf(this.#root, path, multikey);
  }

  required(path: string): Value[] {
    return requiredPoints(this.#root, path);
  }

  equalPaths(): string[] | null {
    return equalPaths(this.#root);
  }

  get equalities(): Record<string, Value> {
    return equalitiesOf(this.#root);
  }

  positional(doc: Doc): number | undefined {
    const track: Track = {};
    return this.#root.matches(doc, track) ? track.index : undefined;
  }

  impliesPartial(partial: Doc): boolean {
    return implies(this.#root, allOf(readFilter(partial, '', newNeeds())));
  }
}

/** The plain equalities an upsert starts its document from. */
function equalitiesOf(root: Clause): Record<string, Value> {
  const found: Record<string, Value> = {};
  const collect = (clause: Clause): void => {
    if (clause.and) clause.and.forEach(collect);
    else if (clause.or?.length === 1) clause.or.forEach(collect);
    else if (clause.leaf?.predicate.op === '$eq') {
      const { path } = clause.leaf;
      if (Object.hasOwn(found, path)) {
        throw new StoreError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
      }
      found[path] = clause.leaf.predicate.operand;
    }
  };
  collect(root);
  return found;
}
