import { Double, Int32, Long } from 'bson';
import { isNumber, toNumber } from './numbers.ts';
import type { NumberValue, Value } from './types.ts';

const INT_MAX = 0x7fffffff;
const INT_MIN = -0x80000000;

/**
 * The sum of `$sum` and `$avg`: integers are added exactly, doubles with a compensation for what rounding
 * lost, so that 0.1 + 0.2 + 0.3 is 0.6. Anything that is no number is passed over.
 */
export class Sum {
  count = 0;
  private small = 0;
  private large = 0n;
  private double = 0;
  private lost = 0;
  private hasLong = false;
  private hasDouble = false;

  add(value: Value): void {
    if (!isNumber(value)) return;
    this.count++;
    if (value instanceof Int32) this.addSmall(value.value);
    else if (value instanceof Double) this.addDouble(value.value);
    else {
      this.hasLong = true;
      this.large += value.toBigInt();
    }
  }

  private addSmall(value: number): void {
    this.small += value;
    if (Number.isSafeInteger(this.small)) return;
    this.large += BigInt(this.small - value) + BigInt(value);
    this.small = 0;
  }

  private addDouble(value: number): void {
    this.hasDouble = true;
    const sum = this.double + value;
    // What the smaller of the two lost when they were added; infinities lose nothing that counts.
    if (Number.isFinite(sum)) {
      const bigger = Math.abs(this.double) >= Math.abs(value);
      this.lost += bigger ? this.double - sum + value : value - sum + this.double;
    }
    this.double = sum;
  }

  /** An int while all were ints and it fits, then a long, a double once one was or a long overflows. */
  total(): NumberValue {
    const whole = this.large + BigInt(this.small);
    if (this.hasDouble) return new Double(this.asDouble(whole));
    if (!this.hasLong && whole >= INT_MIN && whole <= INT_MAX) return new Int32(Number(whole));
    return BigInt.asIntN(64, whole) === whole ? Long.fromBigInt(whole) : new Double(Number(whole));
  }

  average(): Value {
    if (this.count === 0) return null;
    return new Double(this.asDouble(this.large + BigInt(this.small)) / this.count);
  }

  private asDouble(whole: bigint): number {
    const near = Number(whole);
    const doubles = Number.isFinite(this.double) ? this.double + this.lost : this.double;
    return this.hasDouble ? doubles + near : near;
  }
}

/** What rounding leaves of the number: half to even, or cut off, at a decimal place. */
export function roundAt(value: NumberValue, place: number, mode: 'even' | 'cut'): NumberValue {
  if (!(value instanceof Double)) {
    if (place >= 0) return value;
    const rounded = roundBigInt(BigInt(value.toString()), 10n ** BigInt(-place), mode);
    if (value instanceof Int32 && rounded >= INT_MIN && rounded <= INT_MAX) return new Int32(Number(rounded));
    return BigInt.asIntN(64, rounded) === rounded ? Long.fromBigInt(rounded) : new Double(Number(rounded));
  }
  const number = toNumber(value);
  if (!Number.isFinite(number) || (place >= 0 && Math.abs(number) >= 1e21)) return value;
  // A double is a finite decimal: 100 places hold all that can decide a tie.
  const text = Math.abs(number) >= 1e21 ? `${BigInt(number)}.${'0'.repeat(100)}` : number.toFixed(100);
  const digits = BigInt(text.replace('.', ''));
  const unit = 10n ** BigInt(100 - place);
  const rounded = roundBigInt(digits, unit, mode) / unit;
  const result = Number(`${rounded}e${-place}`);
  return new Double(result === 0 && (number < 0 || Object.is(number, -0)) ? -0 : result);
}

/** To a multiple of the unit. */
function roundBigInt(value: bigint, unit: bigint, mode: 'even' | 'cut'): bigint {
  const quotient = value / unit;
  const rest = value % unit;
  const double = (rest < 0n ? -rest : rest) * 2n;
  if (mode === 'cut' || double < unit || (double === unit && quotient % 2n === 0n)) return quotient * unit;
  return (quotient + (value < 0n ? -1n : 1n)) * unit;
}
