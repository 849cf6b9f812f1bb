import { parse, parseFields } from './bson-read.ts';
import { type Bounds, boundsOf, implies } from './bounds.ts';
import { allOf, type Clause, newNeeds, readFilter, type Track } from './clauses.ts';
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
  equalities: Record<string, Value>;
  positional(doc: Doc): number | undefined;
  /** Whether every match of this filter also matches the expression of a partial index. */
  impliesPartial(partial: Doc): boolean;
  /** The top-level fields it reads; null when it needs the whole document. */
  fields: readonly string[] | null;
}

/** A query filter as MongoDB reads it; operators outside the allow-list are refused. */
export function compileFilter(filter: Doc): Filter {
  const needs = newNeeds();
  const root = allOf(readFilter(filter, '', needs));
  const fields = needs.wholeDocument ? null : [...needs.names];
  return {
    matches: (bytes) => root.matches(fields ? parseFields(bytes, fields) : parse(bytes), null),
    matchesDoc: (doc) => root.matches(doc, null),
    bounds: (path, multikey = true) => boundsOf(root, path, multikey),
    get equalities() {
      return equalitiesOf(root);
    },
    positional: (doc) => {
      const track: Track = {};
      return root.matches(doc, track) ? track.index : undefined;
    },
    impliesPartial: (partial) => implies(root, allOf(readFilter(partial, '', newNeeds()))),
    fields,
  };
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
