import { Binary, BSONRegExp, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { badValue } from './errors.ts';
import { isNumber, toNumber } from './numbers.ts';
import type { Predicate } from './predicates.ts';
import type { Value } from './types.ts';

/** The numbers `$type` accepts for the types this store keeps. */
const TYPE_CODES: Readonly<Record<string, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  int: 16,
  timestamp: 17,
  long: 18,
  minKey: -1,
  maxKey: 127,
};
const NAME_BY_CODE = new Map(Object.entries(TYPE_CODES).map(([name, code]) => [code, name]));

/** The type's name as `$type` gives it; a missing field is `missing`. */
export function typeName(value: Value): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (value instanceof Int32) return 'int';
  if (value instanceof Double) return 'double';
  if (Array.isArray(value)) return 'array';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Date) return 'date';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof Long) return 'long';
  if (value instanceof Binary) return 'binData';
  if (value instanceof BSONRegExp) return 'regex';
  if (value instanceof MinKey) return 'minKey';
  if (value instanceof MaxKey) return 'maxKey';
  return 'object';
}

export function hasType(operand: Value): Predicate {
  const wanted = Array.isArray(operand) ? operand : [operand];
  if (wanted.length === 0) throw badValue('$type must match at least one type');
  const names = new Set(wanted.flatMap(namesOf));
  return {
    op: '$type',
    operand,
    leafArrays: true,
    test: (value) => value !== undefined && names.has(typeName(value)),
  };
}

function namesOf(type: Value): string[] {
  if (typeof type === 'string') {
    if (type === 'number') return ['int', 'long', 'double'];
    if (Object.hasOwn(TYPE_CODES, type)) return [type];
    throw badValue(`Unknown type name alias: ${type}`);
  }
  if (!isNumber(type)) throw badValue('type must be represented as a number or a string');
  const name = NAME_BY_CODE.get(toNumber(type));
  if (!name) throw badValue(`Invalid numerical type code: ${toNumber(type)}`);
  return [name];
}
