import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { drawSample, sampleSize } from '../../../server/core/alerts/seeded-sample.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const people = (count: number): string[] => Array.from({ length: count }, (_, index) => `w${index}`);
const idList = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 40 });

describe('the sample of workers who are asked', () => {
  it('is what anybody finds with sha256sum and sort', () => {
    // for i in $(seq 0 9); do echo "$(printf '2026-10\nw%s' $i | sha256sum) w$i"; done | sort | head -3
    assert.deepEqual(drawSample(people(10), '2026-10', 3, sha256), ['w4', 'w6', 'w1']);
  });

  it('is the same for the same seed in whatever order the list stands, and nobody is in it twice', () => {
    fc.assert(
      fc.property(
        idList.chain((ids) =>
          fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length })),
        ),
        fc.string({ minLength: 1 }),
        fc.nat({ max: 50 }),
        ([ids, shuffled], seed, size) => {
          const drawn = drawSample(ids, seed, size, sha256);
          assert.deepEqual(drawSample([...shuffled, ...shuffled], seed, size, sha256), drawn);
          assert.equal(drawn.length, Math.min(size, ids.length));
          assert.equal(new Set(drawn).size, drawn.length);
          assert.ok(drawn.every((id) => ids.includes(id)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps those drawn when a larger sample is drawn by the same seed', () => {
    const small = drawSample(people(100), 's', 10, sha256);
    assert.deepEqual(drawSample(people(100), 's', 30, sha256).slice(0, 10), small);
  });

  it('draws everybody about equally often, and pairs too', () => {
    const [seeds, ids, size] = [2_000, people(20), 5];
    const times = new Map(ids.map((id) => [id, 0]));
    let pairs = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const drawn = drawSample(ids, `seed ${seed}`, size, sha256);
      for (const id of drawn) times.set(id, (times.get(id) ?? 0) + 1);
      if (drawn.includes('w0') && drawn.includes('w1')) pairs += 1;
    }
    // Binomial: 500 each with a standard deviation of 19.4; the pair 105 with one of 10. Five of them either way.
    for (const [id, count] of times) assert.ok(Math.abs(count - 500) < 97, `${id} was drawn ${count} times`);
    assert.ok(Math.abs(pairs - (seeds * size * (size - 1)) / (20 * 19)) < 50, `${pairs} pairs`);
  });

  it('needs a seed and a whole size', () => {
    assert.throws(() => drawSample(['a'], '', 1, sha256), RangeError);
    assert.throws(() => drawSample(['a'], 's', -1, sha256), RangeError);
    assert.throws(() => drawSample(['a'], 's', 0.5, sha256), RangeError);
    assert.deepEqual(drawSample([], 's', 3, sha256), []);
  });
});

describe('how many workers are asked', () => {
  const rule = { shareBasisPoints: 500, least: 30, most: 100 };
  const rows: [population: number, size: number, why: string][] = [
    [0, 0, 'nobody'],
    [1, 1, 'one'],
    [30, 30, 'as many as the least'],
    [31, 30, 'the least'],
    [600, 30, 'the share is the least'],
    [601, 31, 'the share, rounded up'],
    [1_000, 50, 'the share'],
    [2_000, 100, 'the share is the most'],
    [500_000, 100, 'the most'],
  ];
  for (const [population, size, why] of rows)
    it(`${size} of ${population}: ${why}`, () => {
      assert.equal(sampleSize(population, rule), size);
    });

  it('never asks more than the most, even where the least says so', () => {
    assert.equal(sampleSize(1_000, { shareBasisPoints: 0, least: 50, most: 10 }), 10);
  });

  it('refuses a population that is no whole number', () => {
    assert.throws(() => sampleSize(-1, rule), RangeError);
    assert.throws(() => sampleSize(1.5, rule), RangeError);
  });
});
