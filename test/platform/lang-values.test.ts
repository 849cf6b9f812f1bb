import assert from 'node:assert/strict';
import { BSON } from 'bson';
import fc from 'fast-check';
import { StoreError } from '../../server/platform/embedded/lang/errors.ts';
import { encodeKey, keysFor } from '../../server/platform/embedded/lang/keys.ts';
import {
  compare,
  identical,
  parse,
  parseFields,
  rawField,
  serialize,
  type Value,
} from '../../server/platform/embedded/lang/values.ts';
import { documents, numbers, values } from './store-cases/random-values.ts';

const RUNS = { numRuns: 2000 };
const doc = (js: object): ReturnType<typeof parse> => parse(BSON.serialize(js));

/** The driver will not write such names, but anybody can send the bytes. */
function renamed(js: object, from: string, to: string): Buffer {
  const bytes = Buffer.from(BSON.serialize(js));
  bytes.write(to, bytes.indexOf(from));
  return bytes;
}

describe('Values of the embedded store', () => {
  it('come out of their bytes as they went in, and their bytes are what the driver writes', () => {
    fc.assert(
      fc.property(documents, (given) => {
        const bytes = serialize(given);
        assert.ok(identical(parse(bytes), given));
        assert.deepEqual(bytes, Buffer.from(BSON.serialize(given, { ignoreUndefined: true })));
      }),
      RUNS,
    );
  });

  it('are read field by field as out of the whole', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom('a', 'b', 'zz'), (given, name) => {
        const bytes = serialize(given);
        assert.ok(identical(rawField(bytes, name), given[name]));
        assert.ok(identical(parseFields(bytes, [name, 'c'])[name], given[name]));
      }),
      RUNS,
    );
  });

  it('are refused without harm when the bytes are broken', () => {
    const broken = fc
      .tuple(documents, fc.nat(), fc.integer({ min: 1, max: 255 }))
      .map(([given, at, change]) => {
        const bytes = Buffer.from(serialize(given));
        const place = at % bytes.length;
        bytes[place] = ((bytes[place] ?? 0) + change) % 256;
        return at % 3 === 0 ? bytes.subarray(0, place) : bytes;
      });
    let refused = 0;
    fc.assert(
      fc.property(broken, (bytes) => {
        try {
          parse(bytes);
          parseFields(bytes, ['a']);
        } catch (error) {
          assert.ok(error instanceof StoreError, String(error));
          refused++;
        }
      }),
      RUNS,
    );
    assert.ok(refused > 100, 'broken bytes were met');
  });

  it('never let a field name reach into JavaScript itself', () => {
    const polluting = renamed({ xxproto__: { polluted: true } }, 'xxproto__', '__proto__');
    assert.throws(() => parse(polluting), StoreError);
    const disguised = renamed({ xbsontype: 'Int32', value: 1 }, 'xbsontype', '_bsontype');
    assert.deepEqual(serialize(parse(disguised)), disguised);
    assert.ok(compare(parse(disguised), 'text') > 0, 'it is a document, above any text');
  });

  it('refuse a nesting that would exhaust the stack', () => {
    let bytes = Buffer.from(BSON.serialize({}));
    for (let i = 0; i < 300; i++) {
      const outer = Buffer.alloc(bytes.length + 8);
      outer.writeInt32LE(outer.length);
      outer.write('\x03a\0', 4, 'latin1');
      bytes.copy(outer, 7);
      bytes = outer;
    }
    assert.throws(
      () => parse(bytes),
      (error) => error instanceof StoreError && error.code === 15,
    );
  });

  it('keep one order that does not contradict itself', () => {
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        const sorted = [a, b, c].sort(compare);
        assert.ok(compare(sorted[0], sorted[1]) <= 0 && compare(sorted[1], sorted[2]) <= 0);
        assert.ok(compare(sorted[0], sorted[2]) <= 0);
        assert.equal(Math.sign(compare(a, b)) + Math.sign(compare(b, a)), 0);
        assert.equal(compare(a, a), 0);
      }),
      RUNS,
    );
  });

  it('have index keys whose byte order is their order, up and down', () => {
    const check = (a: Value[], b: Value[], directions: (1 | -1)[]): void => {
      const order = a
        .map((value, i) => compare(value, b[i]) * (directions[i] ?? 1))
        .find((sign) => sign !== 0);
      const bytes = Buffer.compare(encodeKey(a, directions), encodeKey(b, directions));
      assert.equal(bytes, Math.sign(order ?? 0));
    };
    const direction = fc.constantFrom(1 as const, -1 as const);
    const tuple = fc.tuple(values, values);
    fc.assert(
      fc.property(tuple, tuple, fc.tuple(direction, direction), (a, b, directions) =>
        check(a, b, directions),
      ),
      RUNS,
    );
    fc.assert(
      fc.property(numbers, numbers, direction, (a, b, dir) => check([a], [b], [dir])),
      RUNS,
    );
  });

  it('have keys of which the first values are a prefix', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const both = encodeKey([a, b], [1, -1]);
        const first = encodeKey([a], [1]);
        assert.deepEqual(both.subarray(0, first.length), first);
      }),
      { numRuns: 500 },
    );
  });
});

describe('Index entries of a document', () => {
  const entries = (js: object, ...paths: string[]): string[] =>
    keysFor(
      doc(js),
      paths.map((path) => ({ path, dir: 1 as const })),
      {},
    ).map((key) => key.toString('hex'));
  const keys = (...tuples: unknown[][]): string[] =>
    tuples
      .map((tuple) =>
        encodeKey(
          doc({ t: tuple })['t'] as Value[],
          tuple.map(() => 1),
        ).toString('hex'),
      )
      .sort();

  it('are one per distinct element, the whole array being none', () => {
    assert.deepEqual(entries({ t: ['b', 'a', 'b'] }, 't'), keys(['a'], ['b']));
    assert.deepEqual(entries({ r: [{ n: 1 }, { n: 2 }, {}] }, 'r.n'), keys([1], [2], [null]));
  });

  it('pair the fields of one element, not of different ones', () => {
    assert.deepEqual(
      entries({ r: [{ a: 1, b: 2 }, { a: 3 }], k: 'x' }, 'r.a', 'r.b', 'k'),
      keys([1, 2, 'x'], [3, null, 'x']),
    );
  });

  it('stand for missing fields as null, unless the index is sparse', () => {
    assert.deepEqual(entries({}, 'a', 'b'), keys([null, null]));
    const spec = [
      { path: 'a', dir: 1 as const },
      { path: 'b', dir: 1 as const },
    ];
    assert.deepEqual(keysFor(doc({ c: 1 }), spec, { sparse: true }), []);
    assert.equal(keysFor(doc({ b: 1 }), spec, { sparse: true }).length, 1);
  });

  it('are refused over two arrays at once', () => {
    assert.throws(
      () => entries({ a: [1], b: [2] }, 'a', 'b'),
      (error) => error instanceof StoreError && error.code === 171,
    );
  });

  it('tell an empty array from null', () => {
    assert.notDeepEqual(entries({ a: [] }, 'a'), entries({ a: null }, 'a'));
    assert.equal(entries({ a: [] }, 'a').length, 1);
  });
});
