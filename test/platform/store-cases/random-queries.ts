import { Double, Int32, Long } from 'bson';
import fc from 'fast-check';
import { getPath } from '../../../server/platform/embedded/lang/paths.ts';
import type { Doc, Value } from '../../../server/platform/embedded/lang/values.ts';

/** Few fields and few values, so that filters often match and updates often meet something. */
const small: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 2 }).map((n) => new Int32(n)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(new Double(1), new Double(2.5), new Double(NaN), Long.fromNumber(2)),
  },
  { weight: 2, arbitrary: fc.constantFrom('a', 'ab') },
  { weight: 1, arbitrary: fc.constantFrom<Value[]>(null, true, false, new Date(0)) },
);

const inner: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: small },
  {
    weight: 1,
    arbitrary: fc.record({ x: small, y: small }, { requiredKeys: [] }).map((doc): Doc => ({ ...doc })),
  },
);

const field: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: inner },
  { weight: 1, arbitrary: fc.array(inner, { maxLength: 3 }) },
);

/** Documents with fields a, b and c, where only `a` may be an array: an index spans one array at most. */
export const queryDocs: fc.Arbitrary<Doc> = fc
  .record({ a: field, b: inner, c: small }, { requiredKeys: [] })
  .map((doc): Doc => ({ ...doc }));

export const PATHS = ['a', 'b', 'c', 'a.x', 'b.x', 'a.y'] as const;

const comparison: fc.Arbitrary<Doc> = fc.oneof(
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$eq', '$ne'), inner)
    .map(([op, v]): Doc => ({ [op]: v })),
  fc.tuple(small, small).map(([low, high]): Doc => ({ $gte: low, $lt: high })),
  fc
    .tuple(fc.constantFrom('$in', '$nin'), fc.array(inner, { maxLength: 4 }))
    .map(([op, v]): Doc => ({ [op]: v })),
  fc.boolean().map((v): Doc => ({ $exists: v })),
  fc.constantFrom('string', 'int', 'null', 'array', 'number').map((v): Doc => ({ $type: v })),
  fc.constantFrom('^a', '^ab', 'b$', '').map((v): Doc => ({ $regex: v })),
  small.map((v): Doc => ({ $elemMatch: { $gte: v } })),
  small.map((v): Doc => ({ $elemMatch: { x: v } })),
  small.map((v): Doc => ({ $not: { $gt: v } })),
);

const condition: fc.Arbitrary<Doc> = fc
  .tuple(fc.constantFrom(...PATHS), fc.oneof(inner, comparison))
  .map(([path, operand]): Doc => ({ [path]: operand }));

export const filters: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 3, arbitrary: condition },
  { weight: 2, arbitrary: fc.tuple(condition, condition).map(([x, y]): Doc => ({ $and: [x, y] })) },
  { weight: 1, arbitrary: fc.tuple(condition, condition).map(([x, y]): Doc => ({ $or: [x, y] })) },
  { weight: 1, arbitrary: fc.tuple(condition, condition).map(([x, y]): Doc => ({ $nor: [x, y] })) },
  { weight: 1, arbitrary: fc.tuple(condition, condition).map(([x, y]): Doc => ({ ...x, ...y })) },
);

/** Recipes for conditions a given document is likely to meet: about one of its own values. */
export const recipes = fc.array(
  fc.record({
    path: fc.constantFrom(...PATHS),
    pick: fc.nat(),
    op: fc.constantFrom('is', '$gte', '$lte', 'between', '$in', '$elemMatch'),
  }),
  { minLength: 1, maxLength: 3 },
);

export function likelyFilter(doc: Doc, chosen: { path: string; pick: number; op: string }[]): Doc {
  const parts = chosen.map(({ path, pick, op }): Doc => {
    const found = getPath(doc, path).flatMap((value) => (Array.isArray(value) ? value : [value]));
    const value = found[pick % Math.max(1, found.length)] ?? null;
    if (op === 'is') return { [path]: value };
    if (op === '$in') return { [path]: { $in: [value, 'ab'] } };
    if (op === 'between') return { [path]: { $gte: value, $lte: value } };
    return { [path]: op === '$elemMatch' ? { $elemMatch: { $gte: value } } : { [op]: value } };
  });
  return parts.length === 1 && parts[0] ? parts[0] : { $and: parts };
}
