import { StoreError } from './errors.ts';
import type { Compile, Expression, Operator, Scope } from './expression-operator.ts';
import { isTruthy } from './predicates.ts';
import { isDoc } from './values.ts';
import type { Doc, Value } from './types.ts';

/** The operators that evaluate only the operands they need. */

function list(operator: string, operand: Value, scope: Scope, compile: Compile, least: number): Expression[] {
  const given = Array.isArray(operand) ? operand : [operand];
  if (given.length < least) {
    throw new StoreError(
      16020,
      `Expression ${operator} takes at least ${least} arguments. ${given.length} were passed in.`,
    );
  }
  return given.map((item) => compile(item, scope));
}

function and(operand: Value, scope: Scope, compile: Compile): Expression {
  const parts = list('$and', operand, scope, compile, 0);
  return (doc, vars) => parts.every((part) => isTruthy(part(doc, vars)));
}

function or(operand: Value, scope: Scope, compile: Compile): Expression {
  const parts = list('$or', operand, scope, compile, 0);
  return (doc, vars) => parts.some((part) => isTruthy(part(doc, vars)));
}

/** The first that is neither null nor missing, else the last. */
function ifNull(operand: Value, scope: Scope, compile: Compile): Expression {
  const parts = list('$ifNull', operand, scope, compile, 2);
  return (doc, vars) => {
    let value: Value;
    for (const part of parts) {
      value = part(doc, vars);
      if (value !== null && value !== undefined) return value;
    }
    return value;
  };
}

function conditional(operand: Value, scope: Scope, compile: Compile): Expression {
  const [test, yes, no] = conditionParts(operand).map((part) => compile(part, scope));
  if (!test || !yes || !no) throw new StoreError(16020, 'Expression $cond takes exactly 3 arguments.');
  return (doc, vars) => (isTruthy(test(doc, vars)) ? yes(doc, vars) : no(doc, vars));
}

function conditionParts(operand: Value): Value[] {
  if (Array.isArray(operand)) {
    if (operand.length !== 3) throw new StoreError(16020, 'Expression $cond takes exactly 3 arguments.');
    return operand;
  }
  const spec = named('$cond', operand, ['if', 'then', 'else'], 17083);
  return ['if', 'then', 'else'].map((name) => {
    if (spec[name] === undefined) throw new StoreError(17080, `Missing '${name}' parameter to $cond`);
    return spec[name];
  });
}

function named(operator: string, operand: Value, known: readonly string[], code: number): Doc {
  if (!isDoc(operand)) throw new StoreError(code, `${operator} requires an object as an argument`);
  const unknown = Object.keys(operand).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new StoreError(code, `Unrecognized parameter to ${operator}: ${unknown}`);
  return operand;
}

function choose(operand: Value, scope: Scope, compile: Compile): Expression {
  const spec = named('$switch', operand, ['branches', 'default'], 40060);
  const given = spec['branches'];
  if (!Array.isArray(given)) throw new StoreError(40061, "$switch expected an array for 'branches'");
  if (given.length === 0) throw new StoreError(40068, '$switch requires at least one branch.');
  const branches = given.map((branch) => {
    const { case: test, then } = named('$switch', branch, ['case', 'then'], 40063);
    if (test === undefined)
      throw new StoreError(40064, "$switch requires each branch have a 'case' expression");
    if (then === undefined)
      throw new StoreError(40065, "$switch requires each branch have a 'then' expression.");
    return { test: compile(test, scope), then: compile(then, scope) };
  });
  const otherwise = spec['default'] === undefined ? null : compile(spec['default'], scope);
  return (doc, vars) => {
    const branch = branches.find(({ test }) => isTruthy(test(doc, vars)));
    if (branch) return branch.then(doc, vars);
    if (otherwise) return otherwise(doc, vars);
    throw new StoreError(
      40066,
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  };
}

export const BRANCH_OPERATORS: Readonly<Record<string, Operator>> = {
  $and: { build: and },
  $or: { build: or },
  $not: { least: 1, most: 1, run: ([value]) => !isTruthy(value) },
  $ifNull: { build: ifNull },
  $cond: { build: conditional },
  $switch: { build: choose },
  $literal: { build: (operand) => () => operand },
};
