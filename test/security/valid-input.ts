import fc from 'fast-check';
import type Joi from 'joi';
import { nearly, shapeOf } from '../support/hostile-input.ts';

const TRIES = 600;

/**
 * Something this shape takes, the same at every run, with as little in it as it lets through; ids that stand for a record
 * are put in by `known`. Undefined where none was found.
 */
export function validInput(
  shape: Joi.ObjectSchema | undefined,
  known: (key: string) => string | undefined,
): Record<string, unknown> | undefined {
  if (shape === undefined) return {};
  const before = FOUND.get(shape);
  if (before !== undefined || FOUND.has(shape)) return before;
  let least: Record<string, unknown> | undefined;
  for (const one of fc.sample(nearly(shapeOf(shape)), { numRuns: TRIES, seed: 7 })) {
    const filled = withKnown(one, known);
    const { error } = shape.required().validate(filled, { convert: true });
    if (error !== undefined) continue;
    if (least === undefined || JSON.stringify(filled).length < JSON.stringify(least).length) least = filled;
  }
  FOUND.set(shape, least);
  return least;
}

/** Looking is slow and asked for at every call: what was found for a shape stays found while this process runs. */
const FOUND = new WeakMap<Joi.ObjectSchema, Record<string, unknown> | undefined>();

const ID = /^[0-9a-f]{24}$/iu;

/** Ids made up are replaced by those of records, wherever a key names what it stands for. */
export function withKnown(
  value: unknown,
  known: (key: string) => string | undefined,
): Record<string, unknown> {
  const walk = (one: unknown, key: string): unknown => {
    if (key === 'areaCode' && typeof one === 'string') return known(key) ?? one;
    if (typeof one === 'string') return (ID.test(one) ? known(key) : undefined) ?? one;
    if (Array.isArray(one)) return one.map((item) => walk(item, key.replace(/s$/u, '')));
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, walk(item, name)]));
  };
  return walk(value, '') as Record<string, unknown>; // an object shape's value
}
