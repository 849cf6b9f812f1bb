import fc from 'fast-check';
import type Joi from 'joi';

/** As much of joi's `describe()` as is read here. */
interface Shape {
  type?: string;
  flags?: { presence?: string; only?: boolean };
  allow?: unknown[];
  rules?: { name: string; args?: { limit?: number; regex?: string; options?: { invert?: boolean } } }[];
  keys?: Record<string, Shape>;
  items?: Shape[];
  matches?: { schema: Shape }[];
  whens?: { ref: { path: string[] }; is: { allow: unknown[] }; then?: Shape; otherwise?: Shape }[];
}

/** What no door should stumble over, whatever it expects at this place. */
const HOSTILE: readonly unknown[] = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0007b',
    '\ud800',
    'x\udfff\ud800y',
    '\u202e\u2066gnp',
    '😀'.repeat(40),
    'İ'.repeat(30),
  ],
  ...['__proto__', 'constructor', '$where', '{"$gt":""}', '../../etc/passwd', '%00', "=cmd|' /C calc'!A0"],
  ...['2026-02-30', '9999-12-31', '0000-00-00', '-1', '1e308', '9007199254740993', 'NaN', 'true', 'null'],
  ...[
    'a'.repeat(5_000),
    '9'.repeat(400),
    '(a+)+$',
    '[',
    '\\',
    'x\r\nset-cookie: a=b',
    '<script>alert(1)</script>',
  ],
  ...[
    0,
    -0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    true,
    false,
    null,
    [],
    [[]],
    [null],
    ['a', 'a'],
    {},
    { $gt: '' },
    { $ne: null },
  ],
  ...[
    { length: 5 },
    { toString: 'x' },
    { a: { b: { c: { d: {} } } } },
    { 'a.b': 1 },
    { '': 1 },
    { '\ud800': 1 },
  ],
];
export const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 60 }));

/** What a pattern lets through; working it out asks of every character there is whether it fits, so it is done once. */
function matching(source: string): fc.Arbitrary<string> {
  let known = MATCHING.get(source);
  if (known === undefined) MATCHING.set(source, (known = fc.stringMatching(new RegExp(source))));
  return known;
}
const MATCHING = new Map<string, fc.Arbitrary<string>>();

/** Texts that fit the rules more often than not; what they miss is a case, too. */
function textLike(shape: Shape): fc.Arbitrary<unknown> {
  const limit = (name: string): number | undefined =>
    shape.rules?.find((rule) => rule.name === name)?.args?.limit;
  const names = new Set(shape.rules?.map((rule) => rule.name));
  if (names.has('email')) return fc.constantFrom('a@b.example', 'A.B+c@xn--fiq.example', 'ａ@例子.example');
  if (names.has('uri')) return fc.constantFrom('https://www.gov.cn/x?y=1', 'http://[::1]/', 'https://a@b:1/');
  const regex = shape.rules?.find(
    (rule) => rule.args?.regex !== undefined && rule.args.options?.invert !== true,
  );
  const source = /^\/(.*)\/\w*$/su.exec(regex?.args?.regex ?? '')?.[1];
  if (source?.startsWith('^\\d{4}-') === true) {
    const days = { min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true };
    return fc.date(days).map((day) => day.toISOString().slice(0, 10));
  }
  if (source !== undefined && !source.startsWith('^[^')) return matching(source);
  const [least, most] = [limit('min') ?? 1, Math.min(limit('max') ?? 40, 600)];
  return fc.constantFrom(
    '王小明'.repeat(40).slice(0, Math.max(least, Math.min(most, 6))),
    'x'.repeat(most),
    'y'.repeat(most + 1),
    'z1'.repeat(least).slice(0, least),
    'z'.repeat(least - 1),
  );
}

function numberLike(shape: Shape): fc.Arbitrary<unknown> {
  const limit = (name: string): number | undefined =>
    shape.rules?.find((rule) => rule.name === name)?.args?.limit;
  const [least, most] = [limit('min') ?? 0, limit('max') ?? 1_000_000];
  return fc.constantFrom(least, least + 1, least - 1, most, most + 1, Math.floor((least + most) / 2));
}

/** Values a schema takes, or nearly so: limits and one beyond, patterns, every allowed word, keys left out. */
export function nearly(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.flags?.only === true && shape.allow !== undefined) return fc.constantFrom(...shape.allow);
  if (shape.keys !== undefined) return objectLike(shape.keys);
  switch (shape.type) {
    case 'string':
      return textLike(shape);
    case 'number':
      return numberLike(shape);
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(shape.items?.[0] === undefined ? hostile : nearly(shape.items[0]), { maxLength: 4 });
    case 'alternatives':
      return fc.oneof(...(shape.matches ?? []).map((one) => nearly(one.schema)));
    case undefined:
    default:
      return fc.oneof(fc.dictionary(fc.string({ maxLength: 5 }), hostile, { maxKeys: 3 }), hostile);
  }
}

const isGone = Symbol('left out');

function objectLike(keys: Readonly<Record<string, Shape>>): fc.Arbitrary<unknown> {
  const fields = Object.entries(keys).map(([key, shape]) => {
    const left = shape.flags?.presence === 'required' ? 1 : 8;
    const value = fc.oneof(
      { weight: 20, arbitrary: nearly(shape) },
      { weight: left, arbitrary: fc.constant(isGone) },
      { weight: 2, arbitrary: hostile },
    );
    return value.map((one) => [key, one] as const);
  });
  const extra = fc.oneof(
    { weight: 15, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('__proto__', '$where', 'constructor', 'x'), hostile)
        .map((one) => [one]),
    },
  );
  return fc.tuple(fc.tuple(...fields), extra).map(([own, more]) => {
    const all = [...own, ...more].filter(([, value]) => value !== isGone);
    const made = Object.create(null) as Record<string, unknown>; // so that '__proto__' is a key like any other
    for (const [key, value] of all) made[key] = value;
    for (const [key, { whens }] of Object.entries(keys)) {
      if (whens?.some((when) => !when.is.allow.includes(made[when.ref.path[0] ?? ''])) === true)
        delete made[key];
    }
    return made;
  });
}

/** The shapes of a door as these generators read them. */
export const shapeOf = (schema: Joi.Schema | undefined): Shape => schema?.describe() ?? {}; // joi's own form

/** What a forger makes of a list's cursor: other kinds, other orders, other fields. */
export const cursor = fc
  .tuple(
    fc.constantFrom(
      '-createdAt',
      '-at',
      '-day',
      'name',
      'login',
      'createdAt',
      '-lastSignInAt',
      'notBefore',
      'at',
    ),
    ...[0, 1].map(() =>
      fc.oneof(
        fc.constantFrom(
          ['text', 'a'],
          ['number', '1'],
          ['id', 'a'.repeat(24)],
          ['moment', '2026-01-01'],
          ['moment', '+99'],
        ),
        fc.constantFrom({ text: 'a' }, { text: null }, { date: '2026-01-01' }, 'a'.repeat(24), null, [
          'text',
          '\ud800',
        ]),
        hostile,
      ),
    ),
  )
  .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));
