import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Route } from '../../server/platform/http/route.ts';
import { cursor, hostile, nearly, shapeOf } from './hostile-input.ts';

export interface Sent {
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** Names that lead somewhere, by the parameter they stand for. */
type Known = Readonly<Record<string, readonly string[]>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
const encoded = (value: string): string => encodeURIComponent(value.replace(/\p{Cs}/gu, '\ufffd'));

/** Parts of an address that are sent without being encoded, because they are so already, or badly. */
const AS_IT_IS = ['%', '%ff', '%c0%ae', '..%2f..', '%00'];

/** Names that lead somewhere, names that could, and names that cannot. */
function nameFor(name: string, route: Route, known: Known): fc.Arbitrary<string> {
  const shape = shapeOf(route.spec.params).keys?.[name] ?? {};
  return fc.oneof(
    {
      weight: 6,
      arbitrary: known[name] === undefined ? nearly(shape).map(text) : fc.constantFrom(...known[name]),
    },
    { weight: 2, arbitrary: nearly(shape).map(text) },
    { weight: 1, arbitrary: hostile.map(text) },
    { weight: 1, arbitrary: fc.constantFrom(...AS_IT_IS, 'a'.repeat(3_000)) },
  );
}

/** Requests for a door: mostly of the right form, each part now and then of no form at all. */
export function sentTo(route: Route, own: Record<string, string>, known: Known): fc.Arbitrary<Sent> {
  const query = fc.oneof(
    { weight: 4, arbitrary: nearly(shapeOf(route.spec.query)) },
    {
      weight: 1,
      arbitrary: cursor.chain((one) => fc.constantFrom({ cursor: one }, { cursor: one, sort: order(one) })),
    },
  );
  const body = fc.oneof(
    { weight: 12, arbitrary: nearly(shapeOf(route.spec.body)).map((one) => JSON.stringify(one)) },
    { weight: 1, arbitrary: hostile.map((one) => JSON.stringify(one)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '{',
        '[]',
        '{"a":',
        '\u0000',
        '['.repeat(4_000),
        `{"a":"${'x'.repeat(300_000)}"}`,
      ),
    },
  );
  const names = (route.path.match(/:\w+/gu) ?? []).map((name) => nameFor(name.slice(1), route, known));
  return fc.tuple(fc.tuple(...names), query, body, headers(own)).map(([given, asked, sent, more]) => {
    let path = route.path;
    // Without any sign the address is another door's.
    for (const value of given)
      path = path.replace(/:\w+/u, () =>
        AS_IT_IS.includes(value) ? value : encoded(value === '' ? ' ' : value),
      );
    const search = Object.entries(asked ?? {}).map(
      ([key, value]) => `${encoded(key)}=${encoded(text(value))}`,
    );
    return {
      path:
        route.method === 'get' || route.spec.query !== undefined
          ? `${path}?${search.join('&').slice(0, 6_000)}`
          : path,
      headers: more,
      body: route.method === 'get' ? undefined : sent,
    };
  });
}

const order = (one: string): unknown =>
  (JSON.parse(Buffer.from(one, 'base64url').toString()) as unknown[])[0];

function headers(own: Record<string, string>): fc.Arbitrary<Record<string, string>> {
  const usual = {
    ...own,
    'content-type': 'application/json',
    'if-match': '"v1"',
    'upload-offset': '0',
  };
  const odd = fc.constantFrom<Record<string, string>>(
    ...[
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/json; charset=latin9' },
      { 'content-type': ';' },
    ],
    ...[
      { 'content-encoding': 'gzip' },
      { 'content-encoding': 'br' },
      { 'content-type': 'multipart/form-data; boundary=x' },
    ],
    ...[
      { 'content-type': 'application/octet-stream' },
      { 'content-type': 'multipart/form-data' },
      { 'if-match': '*' },
    ],
    ...[
      { 'if-match': '"v999999999"' },
      { 'idempotency-key': 'x' },
      { 'x-csrf-token': '' },
      { 'x-csrf-token': 'é' },
    ],
    ...[
      { cookie: 'anxin.0.sid=s%3Ax.y' },
      { cookie: `a=${'b'.repeat(3_000)}` },
      { host: 'evil.example' },
      { origin: 'null' },
    ],
    ...[
      { range: 'bytes=5-1' },
      { 'if-none-match': '*' },
      { 'accept-language': '*;q=x, en;q=1e9' },
      { accept: 'x' },
    ],
    ...[{ 'upload-offset': '-1' }, { 'x-forwarded-for': "';--" }, { 'user-agent': '\u00ff'.repeat(900) }],
  );
  return fc
    .oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: odd })
    .map((more) => ({ ...usual, 'idempotency-key': randomUUID(), ...more }));
}
