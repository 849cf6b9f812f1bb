import { badValue, StoreError } from './errors.ts';
import { isArrayIndex, own, splitPath } from './paths.ts';
import { identical, isDoc } from './values.ts';
import { typeName } from './type-names.ts';
import type { Doc, Value } from './types.ts';

export interface UpdateContext {
  root: Doc;
  inserting: boolean;
  /** The array index `$` stands for. */
  positional?: number | undefined;
  /** The tests of the array filters, by identifier. */
  filters: ReadonlyMap<string, (element: Value) => boolean>;
}

/** What happens to one field: the new value, or undefined to leave it out. */
export interface Leaf {
  apply(current: Value, context: UpdateContext, path: string): Value;
  /** Whether a missing field, and the path to it, is created. */
  creates(context: UpdateContext): boolean;
}

/** An update as a tree of field names, as MongoDB keeps it: fields are then updated name by name. */
export interface Node {
  leaf?: Leaf;
  children: Map<string, Node>;
}

export const newNode = (): Node => ({ children: new Map() });

const conflict = (path: string, at: string): StoreError =>
  new StoreError(40, `Updating the path '${path}' would create a conflict at '${at}'`);

/** Adds a field to the tree; two updates of one field, or of a field and its parent, conflict. */
export function addLeaf(root: Node, path: string, leaf: Leaf): void {
  let node = root;
  const parts = splitUpdatePath(path);
  parts.forEach((part, depth) => {
    if (node.leaf) throw conflict(path, parts.slice(0, depth).join('.'));
    const positions = [...node.children.keys()].some(isFiltered);
    if (node.children.size > 0 && positions !== isFiltered(part)) {
      throw conflict(path, parts.slice(0, depth).join('.'));
    }
    let next = node.children.get(part);
    if (!next) node.children.set(part, (next = newNode()));
    node = next;
  });
  if (node.leaf || node.children.size > 0) throw conflict(path, path);
  node.leaf = leaf;
}

export const isFiltered = (part: string): boolean => part.startsWith('$[') && part.endsWith(']');
const isPositional = (part: string): boolean => part === '$' || isFiltered(part);

function splitUpdatePath(path: string): string[] {
  const parts = splitPath(path);
  if (parts.some((part) => part === '')) {
    throw new StoreError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  }
  if (isPositional(parts[0] ?? '')) {
    throw badValue(`Cannot have positional element in the first position in path '${path}'`);
  }
  if (parts.filter((part) => part === '$').length > 1) {
    throw badValue(`Too many positional (i.e. '$') elements found in path '${path}'`);
  }
  for (const part of parts) {
    if (part.startsWith('$') && !isPositional(part)) {
      throw new StoreError(
        52,
        `The dollar ($) prefixed field '${part}' in '${path}' is not valid for storage.`,
      );
    }
  }
  return parts;
}

/** The value with the node's updates; the very same value when nothing changed. */
export function applyNode(node: Node, value: Value, context: UpdateContext, path: string): Value {
  if (node.leaf) {
    const result = node.leaf.apply(value, context, path);
    return identical(result, value) ? value : result;
  }
  if (Array.isArray(value)) return applyToArray(node, value, context, path);
  if (isDoc(value)) return applyToDoc(node, value, context, path);
  if (!createsSomething(node, context)) return value;
  if (value !== undefined) {
    const name = [...node.children.keys()][0] ?? '';
    throw notViable(name, path, value);
  }
  return applyToDoc(node, {}, context, path);
}

const notViable = (name: string, path: string, value: Value): StoreError =>
  new StoreError(28, `Cannot create field '${name}' in element '${path}' of type ${typeName(value)}`);

function createsSomething(node: Node, context: UpdateContext): boolean {
  if (node.leaf) return node.leaf.creates(context);
  return [...node.children.values()].some((child) => createsSomething(child, context));
}

const join = (path: string, part: string): string => (path === '' ? part : `${path}.${part}`);

function applyToDoc(node: Node, doc: Doc, context: UpdateContext, path: string): Value {
  let result = doc;
  for (const [part, child] of inOrder(node)) {
    if (isFiltered(part)) throw badValue(`Cannot apply array updates to non-array element ${path}`);
    const name = part === '$' ? String(positionOf(context)) : part;
    const before = own(doc, name);
    if (before === undefined && !createsSomething(child, context)) continue;
    const after = applyNode(child, before, context, join(path, name));
    if (after === before) continue;
    if (result === doc) result = { ...doc };
    if (after === undefined) delete result[name];
    else result[name] = after;
  }
  return result;
}

/** New fields are appended in the order of their names, numbers by value. */
function inOrder(node: Node): [string, Node][] {
  if (node.children.size < 2) return [...node.children];
  return [...node.children].sort(([a], [b]) => {
    if (isArrayIndex(a) && isArrayIndex(b)) return Number(a) - Number(b);
    return a < b ? -1 : 1;
  });
}

function positionOf(context: UpdateContext): number {
  if (context.positional !== undefined) return context.positional;
  throw badValue('The positional operator did not find the match needed from the query.');
}

const MAX_PADDING = 1_500_000;

function applyToArray(node: Node, items: Value[], context: UpdateContext, path: string): Value {
  const byIndex = new Map<number, Node>();
  const assign = (index: number, child: Node): void => {
    const there = byIndex.get(index);
    byIndex.set(index, there ? merge(there, child, join(path, String(index))) : child);
  };
  for (const [part, child] of inOrder(node)) {
    if (isFiltered(part)) {
      const test = filterOf(part, context, path);
      items.forEach((item, index) => test(item) && assign(index, child));
    } else if (part === '$') assign(positionOf(context), child);
    else if (isArrayIndex(part)) assign(Number(part), child);
    else if (createsSomething(child, context)) throw notViable(part, path, items);
  }
  return updateElements(items, byIndex, context, path);
}

function updateElements(
  items: Value[],
  byIndex: Map<number, Node>,
  context: UpdateContext,
  path: string,
): Value[] {
  let result = items;
  for (const [index, child] of byIndex) {
    const before = items[index];
    if (index >= items.length && !createsSomething(child, context)) continue;
    if (index > items.length + MAX_PADDING) throw badValue("Can't backfill more than 1500000 elements");
    const after = applyNode(child, before, context, join(path, String(index)));
    if (after === before) continue;
    if (result === items) result = [...items];
    while (result.length < index) result.push(null);
    result[index] = after ?? null; // $unset leaves a null, so that the others keep their places
  }
  return result;
}

function filterOf(part: string, context: UpdateContext, path: string): (element: Value) => boolean {
  const identifier = part.slice(2, -1);
  if (identifier === '') return () => true;
  const filter = context.filters.get(identifier);
  if (!filter)
    throw badValue(`No array filter found for identifier '${identifier}' in path '${path}.${part}'`);
  return filter;
}

/** Two ways to the same element, such as `$` and `$[x]`: allowed as long as they touch other fields. */
function merge(a: Node, b: Node, path: string): Node {
  if (a.leaf || b.leaf) throw new StoreError(40, `Update created a conflict at '${path}'`);
  const children = new Map(a.children);
  for (const [part, child] of b.children) {
    const there = children.get(part);
    children.set(part, there ? merge(there, child, join(path, part)) : child);
  }
  return { children };
}
