import assert from 'node:assert/strict';
import { wilsonInterval } from '../../../server/core/alerts/wilson.ts';

describe('the 95 % interval of a share', () => {
  /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3, to the nearest basis point; ours is rounded outwards. */
  const published: [yes: number, answered: number, low: number, high: number][] = [
    [81, 263, 2553, 3662],
    [15, 148, 624, 1605],
    [0, 20, 0, 1611],
    [1, 29, 61, 1718],
  ];
  for (const [yes, answered, low, high] of published)
    it(`holds the published bounds for ${yes} of ${answered}`, () => {
      const found = wilsonInterval(yes, answered) ?? assert.fail();
      assert.ok([low, low - 1].includes(found.lowBasisPoints), `${found.lowBasisPoints}`);
      assert.ok([high, high + 1].includes(found.highBasisPoints), `${found.highBasisPoints}`);
    });

  it('says nothing where nobody answered', () => {
    assert.equal(wilsonInterval(0, 0), null);
  });

  it('reaches the ends only where all said the same, and mirrors yes and no', () => {
    assert.deepEqual(wilsonInterval(20, 20), {
      shareBasisPoints: 10_000,
      lowBasisPoints: 10_000 - 1_612,
      highBasisPoints: 10_000,
    });
    for (let answered = 1; answered <= 60; answered++)
      for (let yes = 0; yes <= answered; yes++) {
        const [of, mirror] = [wilsonInterval(yes, answered), wilsonInterval(answered - yes, answered)];
        assert.ok(of !== null && mirror !== null);
        assert.equal(of.lowBasisPoints, 10_000 - mirror.highBasisPoints, `${yes} of ${answered}`);
        assert.ok(of.lowBasisPoints <= of.shareBasisPoints && of.shareBasisPoints <= of.highBasisPoints);
        assert.equal(of.lowBasisPoints === 0, yes === 0);
        for (const value of Object.values(of)) assert.ok(Number.isSafeInteger(value));
      }
  });

  it('grows narrower with every tenfold of answers', () => {
    const widths = [10, 100, 1_000, 10_000].map((answered) => {
      const { lowBasisPoints = 0, highBasisPoints = 0 } = wilsonInterval(answered * 0.9, answered) ?? {};
      return highBasisPoints - lowBasisPoints;
    });
    assert.deepEqual(
      widths,
      [...widths].sort((a, b) => b - a),
    );
    assert.equal(new Set(widths).size, 4);
  });

  for (const [yes, answered] of [
    [3, 2],
    [-1, 2],
    [0.5, 1],
    [Number.NaN, 1],
  ] as const)
    it(`refuses ${yes} of ${answered}`, () => {
      assert.throws(() => wilsonInterval(yes, answered), RangeError);
    });
});
