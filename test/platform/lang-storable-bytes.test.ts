import assert from 'node:assert/strict';
import { Binary, Double, Int32, Long, ObjectId, Timestamp } from 'bson';
import { withId } from '../../server/platform/embedded/documents.ts';
import { isStorable } from '../../server/platform/embedded/lang/storable-bytes.ts';
import { parse, serialize } from '../../server/platform/embedded/lang/values.ts';
import type { Doc, Value } from '../../server/platform/embedded/lang/values.ts';

/** What a document becomes on the long way: read, checked, written again. */
const longWay = (bytes: Buffer): Buffer => serialize(withId(parse(bytes)));

const sample = (): Doc => ({
  _id: new ObjectId('65f0c0ffee65f0c0ffee65f0'),
  name: '张三 – ok',
  empty: '',
  on: true,
  off: false,
  none: null,
  at: new Date('2026-11-21T08:00:00.000Z'),
  fen: Long.fromNumber(123456789012),
  rate: new Double(0.5),
  count: new Int32(-1),
  bytes: new Binary(Buffer.from([1, 2, 3]), 0),
  stamp: new Timestamp({ t: 1, i: 2 }),
  list: [new Int32(1), 'two', { three: [null, []] }],
  inner: { a: { b: { c: 'deep' } }, name: 'again' },
});

/** Small repeatable random numbers. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('bytes stored as they came', () => {
  it('takes a usual document', () => {
    assert.equal(isStorable(serialize(sample())), true);
  });

  it('leaves everything unusual to the long way', () => {
    const id: Value = new Int32(1);
    const unusual: Doc[] = [
      { name: 'no _id' },
      { name: 'first', _id: id },
      { _id: [id] },
      { _id: id, $set: id },
      { _id: id, 'a.b': id },
      { _id: id, inner: { $gt: id } },
      { _id: id, list: [{ 'a.b': id }] },
      { _id: id, far: new Date(8_640_000_000_000_000) },
    ];
    for (const doc of unusual) assert.equal(isStorable(serialize(doc)), false, Object.keys(doc).join());
  });

  it('sees a name given twice, also inside', () => {
    const twice = serialize({ _id: new Int32(1), ab: new Int32(1), cd: new Int32(2) });
    twice.write('ab', twice.indexOf('cd'), 'latin1');
    assert.equal(isStorable(twice), false);
    const inside = serialize({ _id: new Int32(1), in: { ab: new Int32(1), x: '', cd: new Int32(2) } });
    inside.write('ab', inside.indexOf('cd'), 'latin1');
    assert.equal(isStorable(inside), false);
  });

  it('refuses a cut or lying length without reading beyond', () => {
    const bytes = serialize(sample());
    for (let length = 0; length < bytes.length; length++) {
      assert.equal(isStorable(bytes.subarray(0, length)), false, `${length} bytes`);
    }
  });

  it('takes only what the long way would store byte for byte, whatever bytes are changed', () => {
    const random = randomNumbers(20261121);
    const original = serialize(sample());
    let taken = 0;
    for (let round = 0; round < 60_000; round++) {
      const bytes = Buffer.from(original);
      for (let changes = 1 + random(3); changes > 0; changes--) bytes[random(bytes.length)] = random(256);
      if (!isStorable(bytes)) continue;
      taken++;
      assert.ok(longWay(bytes).equals(bytes), bytes.toString('hex'));
    }
    assert.ok(taken > 1000, `${taken} were taken`);
  });
});
