import { Double, Int32, Long } from 'bson';
import { isAllowed } from './allow-list.ts';
import { StoreError } from './errors.ts';
import { compileExpression, type Expression } from './expression.ts';
import { encodeKey } from './keys.ts';
import { Budget } from './memory.ts';
import { isNumber } from './numbers.ts';
import { Sum } from './sums.ts';
import { compare, isDoc } from './values.ts';
import type { Scope } from './expression-operator.ts';
import type { Step } from './step.ts';
import type { Doc, Value } from './types.ts';

/** Gathers one field of one group. */
interface Accumulator {
  add(value: Value): void;
  result(): Value;
}

const ACCUMULATORS: Readonly<Record<string, (budget: Budget) => Accumulator>> = {
  $sum: () => {
    const sum = new Sum();
    return { add: (value) => sum.add(value), result: () => sum.total() };
  },
  $avg: () => {
    const sum = new Sum();
    return { add: (value) => sum.add(value), result: () => sum.average() };
  },
  $min: () => new Extreme(-1),
  $max: () => new Extreme(1),
  $first: () => new First(),
  $last: () => new Last(),
  $push: (budget) => new Pushed(budget),
  $addToSet: (budget) => new Distinct(budget),
};

class Extreme implements Accumulator {
  private best: Value = null;
  private readonly sign: 1 | -1;

  constructor(sign: 1 | -1) {
    this.sign = sign;
  }

  add(value: Value): void {
    if (value === null || value === undefined) return;
    if (this.best === null || compare(value, this.best) * this.sign > 0) this.best = value;
  }

  result(): Value {
    return this.best;
  }
}

class First implements Accumulator {
  private value: Value;
  private isSet = false;

  add(value: Value): void {
    if (!this.isSet) this.value = value;
    this.isSet = true;
  }

  result(): Value {
    return this.value ?? null;
  }
}

class Last implements Accumulator {
  private value: Value;

  add(value: Value): void {
    this.value = value;
  }

  result(): Value {
    return this.value ?? null;
  }
}

class Pushed implements Accumulator {
  private readonly values: Value[] = [];
  private readonly budget: Budget;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  add(value: Value): void {
    if (value === undefined) return;
    this.budget.take(value);
    this.values.push(value);
  }

  result(): Value {
    return this.values;
  }
}

class Distinct implements Accumulator {
  private readonly values = new Map<string, Value>();
  private readonly budget: Budget;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  add(value: Value): void {
    if (value === undefined) return;
    const key = keyOf(value);
    if (this.values.has(key)) return;
    this.budget.take(value);
    this.values.set(key, value);
  }

  result(): Value {
    return [...this.values.values()];
  }
}

/** Equal values have equal keys, whatever number type they have; text and small numbers find theirs quickly. */
function keyOf(value: Value): string {
  if (typeof value === 'string') return `s${value}`;
  const number = value instanceof Int32 || value instanceof Double ? value.value : NaN;
  if (Number.isInteger(number) && Math.abs(number) < 2 ** 31) return `n${number}`;
  if (value instanceof Long && isNumber(value) && value.high === value.low >> 31) return `n${value.low}`;
  return `k${encodeKey([value], [1]).toString('latin1')}`;
}

interface Field {
  name: string;
  make: (budget: Budget) => Accumulator;
  input: Expression;
}

interface Group {
  id: Value;
  accumulators: Accumulator[];
}

/** `$group`: one document per distinct `_id`, in the order the groups were first met. */
export function compileGroup(spec: Value, scope: Scope): () => Step {
  if (!isDoc(spec)) throw new StoreError(15947, "a group's fields must be specified in an object");
  if (!Object.hasOwn(spec, '_id')) throw new StoreError(15955, 'a group specification must include an _id');
  const id = compileExpression(spec['_id'], scope);
  const fields = Object.keys(spec)
    .filter((name) => name !== '_id')
    .map((name) => readField(name, spec[name], scope));
  return () => grouping(id, fields);
}

function grouping(id: Expression, fields: Field[]): Step {
  const groups = new Map<string, Group>();
  const budget = new Budget('$group', 146);
  return {
    push: (doc) => {
      const value = id(doc);
      const key = keyOf(value ?? null);
      let group = groups.get(key);
      if (!group) {
        budget.take(value);
        group = { id: value ?? null, accumulators: fields.map((field) => field.make(budget)) };
        groups.set(key, group);
      }
      for (let i = 0; i < fields.length; i++) group.accumulators[i]?.add(fields[i]?.input(doc));
    },
    end: (emit) => {
      for (const group of groups.values()) {
        const doc: Doc = { _id: group.id };
        fields.forEach((field, i) => (doc[field.name] = group.accumulators[i]?.result()));
        emit(doc);
      }
    },
  };
}

function readField(name: string, spec: Value, scope: Scope): Field {
  if (name.includes('.')) throw new StoreError(40235, `The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$'))
    throw new StoreError(40236, `The field name '${name}' cannot be an operator name`);
  const operators = isDoc(spec) ? Object.keys(spec) : [];
  const [operator = ''] = operators;
  if (!isDoc(spec) || !operator.startsWith('$')) {
    throw new StoreError(40234, `The field '${name}' must be an accumulator object`);
  }
  if (operators.length !== 1) throw new StoreError(40238, `The field '${name}' must specify one accumulator`);
  if (!isAllowed('accumulators', operator))
    throw new StoreError(15952, `unknown group operator '${operator}'`);
  const operand = spec[operator];
  if (operator === '$count') {
    if (!isDoc(operand) || Object.keys(operand).length > 0) {
      throw new StoreError(14, '$count takes no arguments, i.e. $count:{}');
    }
    const one = new Int32(1);
    return { name, make: makerOf('$sum'), input: () => one };
  }
  if (Array.isArray(operand)) throw new StoreError(40237, `The ${operator} accumulator is a unary operator`);
  return { name, make: makerOf(operator), input: compileExpression(operand, scope) };
}

function makerOf(operator: string): (budget: Budget) => Accumulator {
  const make = ACCUMULATORS[operator];
  if (!make) throw new StoreError(15952, `unknown group operator '${operator}'`);
  return make;
}
