import { ObjectId } from 'bson';
import { isAllowed } from './allow-list.ts';
import { StoreError } from './errors.ts';
import { checkStorable } from './storable.ts';
import { addToSet, pop, pull, pullAll, push, readArrayFilters } from './update-arrays.ts';
import * as fields from './update-fields.ts';
import { addLeaf, applyNode, isFiltered, newNode } from './update-tree.ts';
import { compare, identical, isDoc } from './values.ts';
import type { Doc, Value } from './types.ts';
import type { Leaf, Node, UpdateContext } from './update-tree.ts';

export { checkStorable } from './storable.ts';

export interface Update {
  /** `changed` is false when the document stays the same to the last byte. */
  apply(
    doc: Doc,
    context: { positional?: number | undefined; inserting: boolean },
  ): { doc: Doc; changed: boolean };
  isReplacement: boolean;
  /** The whole document an upsert inserts: the filter's equalities, the update, an `_id` in front. */
  upsertDoc(equalities: Readonly<Record<string, Value>>): Doc;
}

interface Options {
  arrayFilters?: Doc[];
  now: Date;
}

/** Operators or a replacement document; a pipeline is refused. Everything wrong is found here, once. */
export function compileUpdate(update: Doc, options: Options): Update {
  if (!isDoc(update)) throw new StoreError(115, 'Updates given as an aggregation pipeline are not supported');
  return Object.keys(update)[0]?.startsWith('$') ? new Operators(update, options) : new Replacement(update);
}

class Replacement implements Update {
  readonly isReplacement = true;
  readonly #update: Doc;

  constructor(update: Doc) {
    for (const key of Object.keys(update)) {
      if (!key.startsWith('$')) continue;
      throw new StoreError(
        52,
        `The dollar ($) prefixed field '${key}' is not allowed in a replacement document`,
      );
    }
    checkStorable(update);
    this.#update = update;
  }

  apply(doc: Doc): { doc: Doc; changed: boolean } {
    const result = this.#replace(doc);
    return { doc: result, changed: !identical(result, doc) };
  }

  upsertDoc(equalities: Readonly<Record<string, Value>>): Doc {
    const id = equalities['_id'];
    return withIdFirst(this.#replace(id === undefined ? {} : { _id: id }));
  }

  #replace(doc: Doc): Doc {
    const given = this.#update['_id'];
    const id = doc['_id'] ?? given;
    if (id === undefined) return { ...this.#update };
    if (given !== undefined && compare(given, id) !== 0) throw immutableId();
    return { ...{ _id: id }, ...this.#update, _id: id };
  }
}

const immutableId = (): StoreError =>
  new StoreError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");

class Operators implements Update {
  readonly isReplacement = false;
  readonly #root: Node;
  readonly #filters: ReadonlyMap<string, (element: Value) => boolean>;

  constructor(update: Doc, options: Options) {
    this.#filters = options.arrayFilters ? readArrayFilters(options.arrayFilters) : NO_FILTERS;
    this.#root = readOperators(update, options.now);
    checkFiltersUsed(this.#root, this.#filters);
  }

  apply(
    doc: Doc,
    context: { positional?: number | undefined; inserting: boolean },
  ): { doc: Doc; changed: boolean } {
    const full: UpdateContext = { ...context, root: doc, filters: this.#filters };
    const result = applyNode(this.#root, doc, full, '');
    const kept = keepId(doc, isDoc(result) ? result : doc);
    return { doc: kept, changed: kept !== doc };
  }

  upsertDoc(equalities: Readonly<Record<string, Value>>): Doc {
    const result = withIdFirst(this.apply(seed(equalities), { inserting: true }).doc);
    checkStorable(result);
    return result;
  }
}

const NO_FILTERS: ReadonlyMap<string, (element: Value) => boolean> = new Map();

function keepId(before: Doc, after: Doc): Doc {
  const id = before['_id'];
  if (id === undefined || after['_id'] === id) return after;
  if (after['_id'] === undefined || compare(after['_id'], id) !== 0) throw immutableId();
  const kept = { ...after, _id: id }; // equal, but perhaps another number type: what is stored stays
  return identical(kept, before) ? before : kept;
}

function seed(equalities: Readonly<Record<string, Value>>): Doc {
  const root = newNode();
  for (const path of Object.keys(equalities)) {
    try {
      addLeaf(root, path, fields.set(equalities[path]));
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 40) throw error;
      throw new StoreError(
        54,
        `cannot infer query fields to set, both paths '${path}' and another are matched`,
      );
    }
  }
  const result = applyNode(root, {}, { root: {}, inserting: true, filters: new Map() }, '');
  return isDoc(result) ? result : {};
}

function withIdFirst(doc: Doc): Doc {
  const { _id: id, ...rest } = doc;
  return { _id: id ?? new ObjectId(), ...rest };
}

function readOperators(update: Doc, now: Date): Node {
  const root = newNode();
  for (const operator of Object.keys(update)) {
    if (!operator.startsWith('$') || !isAllowed('updateOperators', operator)) {
      throw fields.unknownModifier(operator);
    }
    const operands = fields.requireDoc(operator, update[operator]);
    for (const path of Object.keys(operands)) {
      if (operator === '$rename') {
        const { source, target, to } = fields.rename(path, operands[path]);
        addLeaf(root, path, source);
        addLeaf(root, to, target);
      } else addLeaf(root, path, readLeaf(operator, operands[path], now));
    }
  }
  return root;
}

function readLeaf(operator: string, operand: Value, now: Date): Leaf {
  switch (operator) {
    case '$set':
      return fields.set(operand);
    case '$unset':
      return fields.unset();
    case '$setOnInsert':
      return fields.setOnInsert(operand);
    case '$inc':
      return fields.increment(operand);
    case '$mul':
      return fields.multiplyBy(operand);
    case '$min':
      return fields.extreme(operand, -1);
    case '$max':
      return fields.extreme(operand, 1);
    case '$currentDate':
      return fields.currentDate(operand, now);
    case '$push':
      return push(operand);
    case '$addToSet':
      return addToSet(operand);
    case '$pull':
      return pull(operand);
    case '$pullAll':
      return pullAll(operand);
    case '$pop':
      return pop(operand);
    default:
      throw fields.unknownModifier(operator); // $each and its kind stand only inside another operator
  }
}

function checkFiltersUsed(root: Node, filters: ReadonlyMap<string, unknown>): void {
  const used = new Set<string>();
  collectIdentifiers(root, used);
  for (const identifier of filters.keys()) {
    if (!used.has(identifier)) {
      throw new StoreError(9, `The array filter for identifier '${identifier}' was not used in the update`);
    }
  }
  for (const identifier of used) {
    if (!filters.has(identifier)) {
      throw new StoreError(2, `No array filter found for identifier '${identifier}'`);
    }
  }
}

function collectIdentifiers(node: Node, used: Set<string>): void {
  for (const [part, child] of node.children) {
    if (isFiltered(part) && part !== '$[]') used.add(part.slice(2, -1));
    collectIdentifiers(child, used);
  }
}
