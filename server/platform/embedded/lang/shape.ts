import { StoreError } from './errors.ts';
import { splitPath } from './paths.ts';
import { isDoc } from './values.ts';
import type { Expression } from './expression.ts';
import type { Doc, Value } from './types.ts';

/** Takes a part of a value, or computes one from the whole document. */
type Leaf = true | ((value: Value) => Value) | Expression;

/** The fields a projection names, as a tree. */
export interface Shape {
  leaf?: Leaf;
  children: Map<string, Shape>;
}

export const newShape = (): Shape => ({ children: new Map() });

export function addTo(shape: Shape, path: string, leaf: Leaf): void {
  let node = shape;
  for (const part of splitPath(path)) {
    if (node.leaf) throw collision(path);
    let next = node.children.get(part);
    if (!next) node.children.set(part, (next = newShape()));
    node = next;
  }
  if (node.leaf || node.children.size > 0) throw collision(path);
  node.leaf = leaf;
}

const collision = (path: string): StoreError => new StoreError(31250, `Path collision at ${path}`);

/** Only what the shape names; inside arrays the same of each document, and nothing of other values. */
export function keepOnly(shape: Shape, value: Value): Value {
  if (Array.isArray(value)) {
    return value.map((item) => keepOnly(shape, item)).filter((item) => item !== undefined);
  }
  if (!isDoc(value)) return undefined;
  const result: Doc = {};
  for (const key of Object.keys(value)) {
    const child = shape.children.get(key);
    if (!child) continue;
    const kept = child.leaf ? taken(child.leaf, value[key]) : keepOnly(child, value[key]);
    if (kept !== undefined) result[key] = kept;
  }
  return result;
}

/** Everything but what the shape names. A leaf that takes a part leaves that part. */
export function hideFrom(shape: Shape, value: Value): Value {
  if (Array.isArray(value)) return value.map((item) => hideFrom(shape, item));
  if (!isDoc(value)) return value;
  const result: Doc = {};
  for (const key of Object.keys(value)) {
    const child = shape.children.get(key);
    if (child?.leaf === true) continue;
    if (!child) result[key] = value[key];
    else result[key] = child.leaf ? taken(child.leaf, value[key]) : hideFrom(child, value[key]);
  }
  return result;
}

/** In a shape that keeps or hides, a function takes a part of the field's own value. */
const taken = (leaf: Leaf, value: Value): Value =>
  leaf === true ? value : (leaf as (value: Value) => Value)(value);

/** The value with the computed fields set; documents are made on the way, each one of an array apart. */
export function applyComputed(shape: Shape, value: Value, root: Doc): Value {
  if (shape.leaf) return shape.leaf === true ? value : shape.leaf(root);
  if (shape.children.size === 0) return value;
  if (Array.isArray(value)) return value.map((item) => applyComputed(shape, item, root));
  const result: Doc = isDoc(value) ? { ...value } : {};
  for (const [name, child] of shape.children) {
    const computed = applyComputed(child, Object.hasOwn(result, name) ? result[name] : undefined, root);
    if (computed === undefined) delete result[name];
    else result[name] = computed;
  }
  return result;
}
