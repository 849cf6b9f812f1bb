import type { Doc, Value } from './types.ts';

export type Vars = Readonly<Record<string, Value>>;
/** Undefined is a missing value, which is not null. */
export type Expression = (doc: Doc, vars?: Vars) => Value;

/** What the compiler knows: the variables in sight, and the fields read, gathered for the planner. */
export interface Scope {
  variables: ReadonlySet<string>;
  fields: Set<string>;
  /** Set when the whole document is read. */
  reads: { wholeDocument: boolean };
}

export const newScope = (): Scope => ({
  variables: new Set(),
  fields: new Set(),
  reads: { wholeDocument: false },
});

/** An operator whose operands are all evaluated first, or one that decides itself what to evaluate. */
export type Operator =
  | { least: number; most: number; run: (operands: Value[]) => Value }
  | { build: (operand: Value, scope: Scope, compile: Compile) => Expression };

/** Handed in, so that the operators need not import the compiler that imports them. */
export type Compile = (expression: Value, scope: Scope) => Expression;

export const isMissing = (value: Value): value is null | undefined => value === null || value === undefined;
