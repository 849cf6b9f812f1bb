import { StoreError } from './errors.ts';
import { integer } from './numbers.ts';
import { own, splitPath } from './paths.ts';
import { isDoc } from './values.ts';
import type { Scope } from './expression-operator.ts';
import type { Step } from './step.ts';
import type { Doc, Value } from './types.ts';

interface Plan {
  parts: string[];
  indexField: string | null;
  preserve: boolean;
}

/** `$unwind`: one document per element; a value that is no array counts as its only element. */
export function compileUnwind(operand: Value, scope: Scope): () => Step {
  const plan = readPlan(operand);
  scope.fields.add(plan.parts[0] ?? '');
  return () => ({ push: (doc, emit) => unwind(plan, doc, emit) });
}

function readPlan(operand: Value): Plan {
  const spec: Doc | null = typeof operand === 'string' ? { path: operand } : isDoc(operand) ? operand : null;
  if (!spec)
    throw new StoreError(15981, 'expected either a string or an object as specification for $unwind');
  const { path, includeArrayIndex: index, preserveNullAndEmptyArrays: preserve, ...unknown } = spec;
  const [extra] = Object.keys(unknown);
  if (extra !== undefined) throw new StoreError(28811, `unrecognized option to $unwind stage: ${extra}`);
  if (typeof path !== 'string') throw new StoreError(28812, 'no path specified to $unwind stage');
  if (!path.startsWith('$') || path.length < 2) {
    throw new StoreError(28818, "path option to $unwind stage should be prefixed with a '$'");
  }
  if (index !== undefined && (typeof index !== 'string' || index === '' || index.startsWith('$'))) {
    throw new StoreError(28810, 'includeArrayIndex has to be a field name');
  }
  if (preserve !== undefined && typeof preserve !== 'boolean') {
    throw new StoreError(28809, 'expected a boolean for the preserveNullAndEmptyArrays option');
  }
  return { parts: splitPath(path.slice(1)), indexField: index ?? null, preserve: preserve ?? false };
}

function unwind(plan: Plan, doc: Doc, emit: (doc: Doc) => void): void {
  const value = read(doc, plan.parts);
  if (Array.isArray(value) && value.length > 0) {
    value.forEach((item, i) => emit(numbered(plan, write(doc, plan.parts, 0, item), integer(i))));
  } else if (value !== undefined && value !== null && !Array.isArray(value)) {
    emit(numbered(plan, doc, null));
  } else if (plan.preserve) {
    const kept = Array.isArray(value) ? write(doc, plan.parts, 0, undefined) : doc;
    emit(numbered(plan, kept, null));
  }
}

function read(doc: Doc, parts: readonly string[]): Value {
  let value: Value = doc;
  for (const part of parts) value = isDoc(value) ? own(value, part) : undefined;
  return value;
}

function numbered(plan: Plan, doc: Doc, index: Value): Doc {
  return plan.indexField === null ? doc : write(doc, plan.indexField.split('.'), 0, index);
}

/** A copy of the document with the value at the path; undefined takes the field out. */
function write(doc: Doc, parts: readonly string[], at: number, value: Value): Doc {
  const name = parts[at] ?? '';
  const copy = { ...doc };
  const inner = own(doc, name);
  const next = at === parts.length - 1 ? value : write(isDoc(inner) ? inner : {}, parts, at + 1, value);
  if (next === undefined) delete copy[name];
  else copy[name] = next;
  return copy;
}
