/** Money is whole fen: no floats, no yuan inside the program; every rounding has a name. */

declare const fenBrand: unique symbol;

/** An amount of renminbi in whole fen (1 yuan = 100 fen); may be negative, always a safe integer. */
export type Fen = number & { readonly [fenBrand]: true };

/** How a fraction of a fen becomes whole: towards zero, away from zero, or half away from zero / to even. */
export type Rounding = 'down' | 'up' | 'halfUp' | 'halfEven';

/** Thrown when a text or number cannot be an amount; doors turn it into a field error. */
export class MoneyError extends Error {
  override readonly name = 'MoneyError';
}

/** Takes a whole number of fen at the door; refuses fractions, NaN and numbers past the safe range. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new MoneyError(`not a whole number of fen: ${value}`);
  return (value === 0 ? 0 : value) as Fen; // the one place that brands; -0 becomes 0
}

/** Nothing owed, nothing paid. */
export const ZERO_FEN: Fen = fen(0);

/** Groups may be parted by ',' or the full-width ','; a sign, a yuan mark and 元 are tolerated. */
const YUAN_TEXT = /^(-)?[\u00A5\uFFE5]?(\d+|\d{1,3}(?:[,\uFF0C]\d{3})+)(?:\.(\d{1,2}))?元?$/u;

/** Reads '12,345.67' by its digits; null when it is not an amount or has more than two decimals. */
export function parseYuanText(text: string): Fen | null {
  const match = YUAN_TEXT.exec(text.trim());
  if (match === null) return null;
  const [, minus, yuan = '', cents = ''] = match;
  const value = Number(yuan.replace(/[,\uFF0C]/gu, '') + cents.padEnd(2, '0'));
  if (!Number.isSafeInteger(value)) return null;
  return fen(minus === undefined ? value : -value);
}

/**
 * Reads an amount in yuan by its digits, never through a float.
 * @example fenFromYuanText('12,345.67') // 1234567
 * @example fenFromYuanText('0.1')       // 10
 */
export function fenFromYuanText(text: string): Fen {
  const amount = parseYuanText(text);
  if (amount === null) throw new MoneyError('not an amount in yuan with at most two decimals');
  return amount;
}

/** Writes fen as yuan with two decimals: 1234567 → '12,345.67'; without grouping for machines. */
export function formatYuan(amount: Fen, { grouping = true }: { grouping?: boolean } = {}): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const yuan = digits.slice(0, -2);
  const grouped = grouping ? yuan.replace(/\B(?=(\d{3})+$)/gu, ',') : yuan;
  return `${amount < 0 ? '-' : ''}${grouped}.${digits.slice(-2)}`;
}

/** Adds two amounts; throws rather than leave the safe range. */
export function addFen(a: Fen, b: Fen): Fen {
  return fen(a + b);
}

/** Takes the second amount from the first; may go below zero. */
export function subtractFen(a: Fen, b: Fen): Fen {
  return fen(a - b);
}

/** Adds up any number of amounts; an empty list is zero. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = ZERO_FEN;
  for (const amount of amounts) total = addFen(total, amount);
  return total;
}

/** Multiplies by a whole number (people, days, pieces). */
export function timesFen(amount: Fen, count: number): Fen {
  if (!Number.isSafeInteger(count)) throw new MoneyError(`not a whole count: ${count}`);
  return fen(amount * count);
}

/**
 * The amount × numerator ÷ denominator, exact until the named rounding: the last step of a day rate
 * (month's pay × 100 ÷ 2175) or a part paid.
 * @example fractionOf(fen(100), 1, 3, 'down') // 33
 */
export function fractionOf(amount: Fen, numerator: number, denominator: number, rounding: Rounding): Fen {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator === 0) {
    throw new MoneyError('a fraction needs whole numbers and a divisor that is not zero');
  }
  const product = BigInt(amount) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const negative = product < 0n !== divisor < 0n;
  const [top, bottom] = [product < 0n ? -product : product, divisor < 0n ? -divisor : divisor];
  const quotient = top / bottom;
  const whole = quotient + (roundsUp(quotient, top % bottom, bottom, rounding) ? 1n : 0n);
  return fen(Number(negative ? -whole : whole));
}

function roundsUp(quotient: bigint, rest: bigint, bottom: bigint, rounding: Rounding): boolean {
  if (rest === 0n || rounding === 'down') return false;
  if (rounding === 'up') return true;
  const twice = rest * 2n;
  if (twice !== bottom) return twice > bottom;
  return rounding === 'halfUp' || quotient % 2n === 1n;
}

/** A share in basis points (1 % = 100) with its rounding named: 150 bp of the contract, 2 000 bp of a wage. */
export function shareOf(amount: Fen, basisPoints: number, rounding: Rounding): Fen {
  return fractionOf(amount, basisPoints, 10_000, rounding);
}

/**
 * Splits an amount by weights so that the parts add up to it exactly: each part is rounded down, the fen
 * left over go to the largest remainders, the earlier part first when they are equal.
 * @example allocateFen(fen(100), [1, 1, 1]) // [34, 33, 33]
 */
export function allocateFen(total: Fen, weights: readonly number[]): Fen[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new MoneyError('weights are whole numbers from zero up');
  }
  const sum = weights.reduce((acc, weight) => acc + BigInt(weight), 0n);
  if (sum === 0n) throw new MoneyError('at least one weight must be above zero');
  const magnitude = BigInt(Math.abs(total));
  const parts = weights.map((weight, index) => {
    const product = magnitude * BigInt(weight);
    return { index, whole: product / sum, rest: product % sum };
  });
  let left = Number(magnitude - parts.reduce((acc, part) => acc + part.whole, 0n));
  const byRest = [...parts].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  );
  for (const part of byRest) {
    if (left === 0) break;
    part.whole += 1n;
    left -= 1;
  }
  return parts.map((part) => fen(total < 0 ? -Number(part.whole) : Number(part.whole)));
}
