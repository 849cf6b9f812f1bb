import { isAllowed } from './allow-list.ts';
import { StoreError } from './errors.ts';
import { ARRAY_OPERATORS } from './expression-arrays.ts';
import { BRANCH_OPERATORS } from './expression-branches.ts';
import { MATH_OPERATORS } from './expression-math.ts';
import { TEXT_OPERATORS } from './expression-text.ts';
import { newScope, type Expression, type Operator, type Scope } from './expression-operator.ts';
import { own, splitPath } from './paths.ts';
import { isDoc } from './values.ts';
import type { Doc, Value } from './types.ts';

export type { Expression } from './expression-operator.ts';
export { newScope } from './expression-operator.ts';

const OPERATORS: Readonly<Record<string, Operator>> = {
  ...MATH_OPERATORS,
  ...TEXT_OPERATORS,
  ...ARRAY_OPERATORS,
  ...BRANCH_OPERATORS,
};

/** An aggregation expression; operators outside the allow-list are refused. */
export function compileExpression(expression: Value, scope: Scope = newScope()): Expression {
  if (typeof expression === 'string') {
    return expression.startsWith('$') ? reference(expression, scope) : () => expression;
  }
  if (Array.isArray(expression)) {
    const items = expression.map((item) => compileExpression(item, scope));
    return (doc, vars) => items.map((item) => item(doc, vars) ?? null);
  }
  if (!isDoc(expression)) return () => expression;
  const [first] = Object.keys(expression);
  return first?.startsWith('$') ? operation(first, expression, scope) : objectOf(expression, scope);
}

function objectOf(spec: Doc, scope: Scope): Expression {
  const fields = Object.keys(spec).map((name) => {
    if (name.startsWith('$') || name.includes('.')) {
      throw new StoreError(16405, `Field names in an expression object must be plain, found '${name}'`);
    }
    return { name, value: compileExpression(spec[name], scope) };
  });
  return (doc, vars) => {
    const result: Doc = {};
    for (const field of fields) {
      const value = field.value(doc, vars);
      if (value !== undefined) result[field.name] = value;
    }
    return result;
  };
}

function operation(name: string, expression: Doc, scope: Scope): Expression {
  if (Object.keys(expression).length !== 1) {
    throw new StoreError(15983, 'An object representing an expression must have exactly one field');
  }
  const operator = isAllowed('expressions', name) ? OPERATORS[name] : undefined;
  if (!operator) throw new StoreError(168, `Unrecognized expression '${name}'`);
  const operand = expression[name];
  if ('build' in operator) return operator.build(operand, scope, compileExpression);
  const given = Array.isArray(operand) ? operand : [operand];
  if (given.length < operator.least || given.length > operator.most) {
    const wanted =
      operator.least === operator.most ? `exactly ${operator.least}` : `at least ${operator.least}`;
    throw new StoreError(
      16020,
      `Expression ${name} takes ${wanted} arguments. ${given.length} were passed in.`,
    );
  }
  const operands = given.map((item) => compileExpression(item, scope));
  const { run } = operator;
  return (doc, vars) => run(operands.map((evaluate) => evaluate(doc, vars)));
}

/** `$path`, `$$variable` or `$$variable.path`. */
function reference(text: string, scope: Scope): Expression {
  if (!text.startsWith('$$')) return fieldPath(text.slice(1), scope);
  const [name = '', ...path] = splitPath(text.slice(2));
  if (name === 'CURRENT' || name === 'ROOT') {
    if (path.length > 0) return fieldPath(path.join('.'), scope);
    scope.reads.wholeDocument = true;
    return (doc) => doc;
  }
  if (name === 'REMOVE') return () => undefined;
  if (!scope.variables.has(name)) throw new StoreError(17276, `Use of undefined variable: ${name}`);
  return (_doc, vars) => valueAt(vars?.[name], path, 0);
}

function fieldPath(path: string, scope: Scope): Expression {
  const parts = splitPath(path);
  const [first = ''] = parts;
  if (parts.some((part) => part === '' || part.startsWith('$'))) {
    throw new StoreError(40353, `FieldPath '${path}' is not a valid path`);
  }
  scope.fields.add(first);
  if (parts.length === 1) return (doc) => own(doc, first);
  return (doc) => valueAt(doc, parts, 0);
}

/** Arrays on the way give an array of what their documents hold; a number is a name, not a position. */
function valueAt(value: Value, parts: readonly string[], at: number): Value {
  let current = value;
  for (let i = at; i < parts.length; i++) {
    if (Array.isArray(current)) {
      const found: Value[] = [];
      for (const item of current) {
        const inner = isDoc(item) || Array.isArray(item) ? valueAt(item, parts, i) : undefined;
        if (inner !== undefined) found.push(inner);
      }
      return found;
    }
    if (!isDoc(current)) return undefined;
    current = own(current, parts[i] as string); // i < parts.length
  }
  return current;
}
