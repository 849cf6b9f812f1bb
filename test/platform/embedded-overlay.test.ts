import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Overlay } from '../../server/platform/embedded/overlay.ts';
import { SortedKeys } from '../../server/platform/embedded/sorted-keys.ts';
import { justAfter } from '../../server/platform/embedded/storage.ts';
import type { Entry, Page, Reader } from '../../server/platform/embedded/storage.ts';

type Row = [key: string, value: string];

const bytes = (key: string): Buffer => Buffer.from(key, 'latin1');

/** The plainest ordered store there can be; `cut` ends pages early, as large values do. */
class Rows implements Reader {
  readonly #entries: Entry[];
  readonly #cut: number;

  constructor(rows: Map<string, string>, cut = Infinity) {
    this.#cut = cut;
    this.#entries = [...rows].map(([key, value]) => ({ key: bytes(key), value: Buffer.from(value) }));
    this.#entries.sort((a, b) => Buffer.compare(a.key, b.key));
  }

  get(key: Buffer): Buffer | undefined {
    return this.#entries.find((entry) => entry.key.equals(key))?.value;
  }

  page(from: Buffer, to: Buffer, reverse: boolean, limit: number): Page {
    const inside = this.#entries.filter(
      ({ key }) => Buffer.compare(key, from) >= 0 && Buffer.compare(key, to) < 0,
    );
    if (reverse) inside.reverse();
    const entries = inside.slice(0, Math.min(limit, this.#cut));
    return { entries, more: entries.length < inside.length };
  }
}

/** Everything in the range, page by page. */
function readAll(reader: Reader, from: Buffer, to: Buffer, reverse: boolean, limit: number): Row[] {
  const rows: Row[] = [];
  let [low, high] = [from, to];
  for (;;) {
    const { entries, more } = reader.page(low, high, reverse, limit);
    assert.ok(entries.length <= limit);
    rows.push(...entries.map(({ key, value }): Row => [key.toString('latin1'), value.toString()]));
    const last = entries.at(-1);
    if (!more || !last) return rows;
    if (reverse) high = last.key;
    else low = justAfter(last.key);
  }
}

describe('The changes of a transaction laid over a snapshot', () => {
  it('read like the store they would make, forwards and backwards, whatever the size of a page', () => {
    const key = fc
      .array(fc.constantFrom('\x00', '\x01', 'a', '\xff'), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join(''));
    const base = fc.array(fc.tuple(key, fc.constantFrom('old', 'older')), { maxLength: 30 });
    const change = fc.tuple(key, fc.constantFrom('new', 'newer', null));
    const property = fc.property(
      base,
      fc.array(change, { maxLength: 30 }),
      key,
      key,
      fc.boolean(),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 4 }),
      (stored, changes, one, other, reverse, limit, cut) => {
        const expected = new Map<string, string>(stored);
        const overlay = new Overlay(new Rows(expected, cut));
        for (const [name, value] of changes) {
          overlay.apply([[bytes(name), value === null ? null : Buffer.from(value)]]);
          if (value === null) expected.delete(name);
          else expected.set(name, value);
        }
        const [from = bytes(one), to = bytes(other)] = [bytes(one), bytes(other)].sort(Buffer.compare);
        const whole = new Rows(expected);
        assert.deepEqual(readAll(overlay, from, to, reverse, limit), readAll(whole, from, to, reverse, 1000));
        assert.deepEqual(overlay.get(from)?.toString(), whole.get(from)?.toString());
      },
    );
    fc.assert(property, { numRuns: 2000 });
  });

  it('keep thousands of keys in order, whatever order they came in, and find the ones of a range', () => {
    const names = fc.uniqueArray(fc.integer({ min: 0, max: 99_999 }), { minLength: 1500, maxLength: 3000 });
    const bound = fc.integer({ min: 0, max: 99_999 });
    const order = fc.constantFrom('as they come', 'rising', 'falling');
    const property = fc.property(names, bound, bound, order, (numbers, from, to, how) => {
      const given = numbers.map(nameOf);
      const sorted = [...given].sort();
      const keys = new SortedKeys();
      const coming = how === 'rising' ? sorted : [...sorted].reverse();
      for (const name of how === 'as they come' ? given : coming) keys.add(name);
      assert.deepEqual(keys.all(), sorted);
      const inside = sorted.filter((name) => name >= nameOf(from) && name < nameOf(to));
      assert.deepEqual(keys.range(nameOf(from), nameOf(to)), inside);
    });
    fc.assert(property, { numRuns: 60 });
  });
});

const nameOf = (number: number): string => String(number).padStart(5, '0');
