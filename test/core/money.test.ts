import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toChineseCapitals } from '../../server/core/kit/chinese-capitals.ts';
import {
  addFen,
  allocateFen,
  fen,
  fenFromYuanText,
  formatYuan,
  fractionOf,
  MoneyError,
  parseYuanText,
  shareOf,
  subtractFen,
  sumFen,
  timesFen,
} from '../../server/core/kit/money.ts';

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(fen);

describe('money in fen', () => {
  const read: [string, number][] = [
    ['12,345.67', 1_234_567],
    ['0.1', 10],
    ['0.29', 29],
    ['1.1', 110],
    ['4.35', 435],
    ['8', 800],
    ['007.5', 750],
    ['-3.05', -305],
    ['¥5,000', 500_000],
    ['¥13,960,000.00元', 1_396_000_000],
    [' 20.00 ', 2000],
    ['1,000', 100_000],
    ['90071992547409.91', 9_007_199_254_740_991],
  ];
  for (const [text, expected] of read) {
    it(`reads ${text} as ${expected} fen`, () => assert.equal(fenFromYuanText(text), expected));
  }

  const refused = [
    '',
    '.',
    '1.',
    '.5',
    '1.234',
    '1,23',
    '12,34.00',
    '1e3',
    '0x10',
    'NaN',
    '1 000',
    '--1',
    '1.2.3',
  ];
  for (const text of [...refused, '90071992547409.92', '999999999999999999999', '12元5', '壹元', '1,2345']) {
    it(`refuses “${text}” as an amount`, () => {
      assert.equal(parseYuanText(text), null);
      assert.throws(() => fenFromYuanText(text), MoneyError);
    });
  }

  it('writes yuan with two decimals and groups of three', () => {
    assert.equal(formatYuan(fen(1_234_567)), '12,345.67');
    assert.equal(formatYuan(fen(5)), '0.05');
    assert.equal(formatYuan(fen(-100_000)), '-1,000.00');
    assert.equal(formatYuan(fen(123_456_789), { grouping: false }), '1234567.89');
  });

  it('reads back every amount it writes', () => {
    fc.assert(fc.property(amounts, (amount) => fenFromYuanText(formatYuan(amount)) === amount));
  });

  it('refuses fractions of a fen and numbers past the safe range', () => {
    for (const bad of [0.5, Number.NaN, Infinity, 2 ** 53]) assert.throws(() => fen(bad), MoneyError);
    assert.throws(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1)), MoneyError);
    assert.throws(() => timesFen(fen(Number.MAX_SAFE_INTEGER), 2), MoneyError);
    assert.throws(() => timesFen(fen(100), 1.5), MoneyError);
  });

  it('adds, subtracts and sums exactly', () => {
    assert.equal(addFen(fen(10), fen(20)), 30);
    assert.equal(subtractFen(fen(10), fen(30)), -20);
    assert.equal(sumFen([fen(1), fen(2), fen(3)]), 6);
    assert.equal(sumFen([]), 0);
    assert.ok(Object.is(subtractFen(fen(5), fen(5)), 0));
    assert.ok(Object.is(fen(-0), 0), 'zero has no sign');
  });

  const roundings = [
    ['down', 25, 2],
    ['up', 21, 3],
    ['halfUp', 25, 3],
    ['halfEven', 25, 2],
    ['halfEven', 35, 4],
    ['down', -25, -2],
    ['up', -21, -3],
    ['halfUp', -25, -3],
    ['halfEven', -25, -2],
  ] as const;
  for (const [rounding, amount, expected] of roundings) {
    it(`takes a tenth of ${amount} fen as ${expected} rounding ${rounding}`, () => {
      assert.equal(shareOf(fen(amount), 1000, rounding), expected);
    });
  }

  it('turns a monthly wage of 6,000 yuan into 275.86 a day by 21.75 pay days', () => {
    assert.equal(fractionOf(fen(600_000), 100, 2175, 'halfUp'), 27_586);
  });

  it('stays exact where floating point would not', () => {
    assert.equal(fractionOf(fen(9_007_199_254_740_991), 9_999, 10_000, 'down'), 9_006_298_534_815_516);
    assert.throws(() => fractionOf(fen(1), 1, 0, 'down'), MoneyError);
  });

  it('shares out a part payment so that nothing is lost and the largest remainders go first', () => {
    assert.deepEqual(allocateFen(fen(100), [1, 1, 1]), [34, 33, 33]);
    assert.deepEqual(allocateFen(fen(10), [1, 2, 4]), [1, 3, 6]); // 1.43, 2.86, 5.71: one fen each to .86 and .71
    assert.deepEqual(allocateFen(fen(0), [3, 4]), [0, 0]);
    assert.deepEqual(allocateFen(fen(5), [0, 5]), [0, 5]);
    assert.deepEqual(allocateFen(fen(-100), [1, 1, 1]), [-34, -33, -33]);
    assert.throws(() => allocateFen(fen(5), [0, 0]), MoneyError);
    assert.throws(() => allocateFen(fen(5), []), MoneyError);
    assert.throws(() => allocateFen(fen(5), [1, -1]), MoneyError);
  });

  it('allocates every fen and no part strays a whole fen from its exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 10_000_000_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(amounts, weights, (total, shares) => {
        const sum = shares.reduce((acc, share) => acc + BigInt(share), 0n);
        fc.pre(sum > 0n);
        const parts = allocateFen(total, shares);
        assert.equal(sumFen(parts), total);
        parts.forEach((part, index) => {
          const off = BigInt(part) * sum - BigInt(total) * BigInt(shares[index] ?? 0);
          assert.ok((off < 0n ? -off : off) < sum);
        });
      }),
    );
  });
});

describe('amounts in Chinese capitals', () => {
  const examples: [number, string][] = [
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [100, '壹元整'],
    [1_000, '壹拾元整'],
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [140_950, '壹仟肆佰零玖元伍角整'],
    [600_714, '陆仟零柒元壹角肆分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [1_003, '壹拾元零叁分'],
    [100_503, '壹仟零伍元零叁分'],
    [1_234_567, '壹万贰仟叁佰肆拾伍元陆角柒分'],
    [10_000_000, '壹拾万元整'],
    [100_000_500, '壹佰万零伍元整'],
    [10_700_053, '壹拾万零柒仟元伍角叁分'],
    [1_010_101_000, '壹仟零壹拾万零壹仟零壹拾元整'],
    [1_396_000_000, '壹仟叁佰玖拾陆万元整'],
    [1_000_000_000_000, '壹佰亿元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [100_000_000_000_500, '壹万亿零伍元整'],
    [-2_000, '负贰拾元整'],
  ];
  for (const [amount, expected] of examples) {
    it(`writes ${formatYuan(fen(amount))} as ${expected}`, () =>
      assert.equal(toChineseCapitals(fen(amount)), expected));
  }

  it('never gives two amounts the same words', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => a === b || toChineseCapitals(a) !== toChineseCapitals(b)),
      { numRuns: 500 },
    );
  });
});
