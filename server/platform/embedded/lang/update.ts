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
  return Object.keys(update)[0]?.startsWith('$') ? withOperators(update, options) : replacement(update);
}

function replacement(update: Doc): Update {
  for (const key of Object.keys(update)) {
    if (key.startsWith('$')) {
      throw new StoreError(
        52,
        `The dollar ($) prefixed field '${key}' is not allowed in a replacement document`,
      );
    }
  }
  checkStorable(update);
  const replace = (doc: Doc): Doc => {
    const id = doc['_id'] ?? update['_id'];
    if (id === undefined) return { ...update };
    if (update['_id'] !== undefined && compare(update['_id'], id) !== 0) throw immutableId();
    return { ...{ _id: id }, ...update, _id: id };
  };
  return {
    isReplacement: true,
    apply: (doc) => {
      const result = replace(doc);
      return { doc: result, changed: !identical(result, doc) };
    },
    upsertDoc: (equalities) => {
      const id = equalities['_id'];
      return withIdFirst(replace(id === undefined ? {} : { _id: id }));
    },
  };
}

const immutableId = (): StoreError =>
  new StoreError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");

function withOperators(update: Doc, options: Options): Update {
  const filters = readArrayFilters(options.arrayFilters ?? []);
  const root = readOperators(update, options.now);
  checkFiltersUsed(root, filters);
  const apply = (doc: Doc, context: { positional?: number | undefined; inserting: boolean }): Doc => {
    const full: UpdateContext = { ...context, root: doc, filters };
    const result = applyNode(root, doc, full, '');
    return keepId(doc, isDoc(result) ? result : doc);
  };
  return {
    isReplacement: false,
    apply: (doc, context) => {
      const result = apply(doc, context);
      return { doc: result, changed: result !== doc };
    },
    upsertDoc: (equalities) => {
      const result = withIdFirst(apply(seed(equalities), { inserting: true }));
      checkStorable(result);
      return result;
    },
  };
}

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
  const collect = (node: Node): void => {
    for (const [part, child] of node.children) {
      if (isFiltered(part) && part !== '$[]') used.add(part.slice(2, -1));
      collect(child);
    }
  };
  collect(root);
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
