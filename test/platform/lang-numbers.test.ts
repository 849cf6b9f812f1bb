import assert from 'node:assert/strict';
import { Double, Int32, Long } from 'bson';
import fc from 'fast-check';
import { StoreError } from '../../server/platform/embedded/lang/errors.ts';
import { Budget } from '../../server/platform/embedded/lang/memory.ts';
import {
  add,
  compareNumbers,
  multiply,
  subtract,
  toBigInt,
} from '../../server/platform/embedded/lang/numbers.ts';
import { roundAt, Sum } from '../../server/platform/embedded/lang/sums.ts';
import { typeName } from '../../server/platform/embedded/lang/type-names.ts';
import type { NumberValue } from '../../server/platform/embedded/lang/values.ts';

const RUNS = { numRuns: 2000 };
const ints = fc
  .oneof(fc.integer(), fc.constantFrom(0, 1, -1, 2 ** 31 - 1, -(2 ** 31)))
  .map((n) => new Int32(n));
const longs = fc
  .oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.constantFrom(2n ** 63n - 1n, -(2n ** 63n), 0n),
  )
  .map((n) => Long.fromBigInt(n));
const whole = fc.oneof(ints, longs);

const fits = (value: bigint): boolean => BigInt.asIntN(64, value) === value;
const sumOf = (numbers: NumberValue[]): NumberValue => {
  const sum = new Sum();
  numbers.forEach((number) => sum.add(number));
  return sum.total();
};

describe('Whole numbers', () => {
  const operations = [
    ['added', add, (a: bigint, b: bigint) => a + b],
    ['subtracted', subtract, (a: bigint, b: bigint) => a - b],
    ['multiplied', multiply, (a: bigint, b: bigint) => a * b],
  ] as const;
  for (const [name, operation, exact] of operations) {
    it(`${name} are exact, grow from int to long, and never silently overflow`, () => {
      fc.assert(
        fc.property(whole, whole, (a, b) => {
          const expected = exact(toBigInt(a), toBigInt(b));
          const result = operation(a, b);
          if (!fits(expected)) return assert.equal(result, null);
          assert.ok(result instanceof Int32 || result instanceof Long);
          assert.equal(toBigInt(result), expected);
          const small = a instanceof Int32 && b instanceof Int32 && BigInt.asIntN(32, expected) === expected;
          assert.equal(typeName(result), small ? 'int' : 'long');
        }),
        RUNS,
      );
    });
  }

  it('are compared with doubles exactly', () => {
    fc.assert(
      fc.property(longs, fc.double({ noNaN: true }), (long, double) => {
        const near = Number.isFinite(double)
          ? BigInt(Math.trunc(double))
          : double > 0
            ? 2n ** 64n
            : -(2n ** 64n);
        const exact =
          long.toBigInt() === near ? Math.sign(Math.trunc(double) - double) : long.toBigInt() < near ? -1 : 1;
        assert.equal(Math.sign(compareNumbers(long, new Double(double))), exact + 0);
      }),
      RUNS,
    );
  });
});

describe('A sum', () => {
  it('of whole numbers is exact in any order', () => {
    fc.assert(
      fc.property(fc.array(whole, { maxLength: 8 }), (numbers) => {
        const exact = numbers.reduce((sum, number) => sum + toBigInt(number), 0n);
        const total = sumOf(numbers);
        if (!fits(exact)) assert.ok(total instanceof Double && total.value === Number(exact));
        else assert.ok(!(total instanceof Double) && toBigInt(total) === exact);
      }),
      RUNS,
    );
  });

  it('of doubles does not gather rounding errors', () => {
    const tenths = Array.from({ length: 10 }, () => new Double(0.1));
    assert.equal(sumOf(tenths).valueOf(), 1);
    assert.equal(sumOf([new Double(1e100), new Double(1), new Double(-1e100)]).valueOf(), 1);
    assert.equal(sumOf([new Double(Infinity), new Double(1)]).valueOf(), Infinity);
  });

  it('passes over what is no number', () => {
    const sum = new Sum();
    for (const value of ['5', null, undefined, true, [new Int32(1)]]) sum.add(value);
    assert.equal(sum.average(), null);
    assert.equal(sum.total().valueOf(), 0);
  });
});

describe('Rounding', () => {
  const rounded = (value: number, place: number, mode: 'even' | 'cut' = 'even'): unknown =>
    roundAt(new Double(value), place, mode).valueOf();

  it('goes by the value a double really has, and to the even neighbour only from the very middle', () => {
    assert.equal(rounded(2.5, 0), 2);
    assert.equal(rounded(3.5, 0), 4);
    assert.equal(rounded(-0.5, 0), -0);
    assert.equal(rounded(0.125, 2), 0.12);
    assert.equal(rounded(1.005, 2), 1, 'the double lies just below the middle');
    assert.equal(rounded(1.015, 2), 1.01, 'this one too');
    assert.equal(rounded(1.025, 2), 1.02);
    assert.equal(rounded(2.675, 2), 2.67);
    assert.equal(rounded(25, -1), 20);
    assert.equal(rounded(1e300, 5), 1e300);
    assert.equal(rounded(NaN, 0), NaN);
  });

  it('never moves a number by more than half a place, cutting by no whole one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, place) => {
          const unit = 10 ** -place;
          assert.ok(Math.abs(Number(rounded(value, place)) - value) <= unit / 2 + 1e-9);
          const cut = Number(rounded(value, place, 'cut'));
          assert.ok(Math.abs(cut) <= Math.abs(value) + 1e-9 && Math.abs(value - cut) < unit + 1e-9);
        },
      ),
      RUNS,
    );
  });

  it('leaves whole numbers whole', () => {
    assert.deepEqual(roundAt(new Int32(15), -1, 'even'), new Int32(20));
    assert.deepEqual(
      roundAt(Long.fromString('9007199254740993'), 0, 'even'),
      Long.fromString('9007199254740993'),
    );
  });
});

describe('The memory a stage may take', () => {
  it('has an end, told with the code of MongoDB', () => {
    const budget = new Budget('$sort', 292);
    const large = 'x'.repeat(30_000_000);
    budget.take(large);
    assert.throws(
      () => budget.take([large]),
      (error) => error instanceof StoreError && error.code === 292,
    );
  });
});
