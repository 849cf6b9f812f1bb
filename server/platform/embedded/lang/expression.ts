import { badValue } from './errors.ts';
import type { Doc, Value } from './types.ts';

export type Vars = Readonly<Record<string, Value>>;
export type Expression = (doc: Doc, vars?: Vars) => Value;

export function compileExpression(expression: Value): Expression {
  throw badValue(`Expressions are not supported: ${typeof expression}`);
}
