import type { Double, Int32 } from 'bson';
import { Long, ObjectId } from 'bson';
import { StoreError } from './errors.ts';
import { isNumber, integer, toNumber } from './numbers.ts';
import { typeName } from './type-names.ts';
import { isMissing, type Operator } from './expression-operator.ts';
import type { Value } from './types.ts';

/** Text of a number as MongoDB writes it: an integral double has no fraction. */
const numberText = (value: Int32 | Double | Long): string => {
  if (value instanceof Long) return value.toString();
  if (value.value === Infinity) return 'Infinity';
  return Object.is(value.value, -0) ? '-0' : String(value.value);
};

/** What text operators make of a value that is not text; null becomes empty. */
function coerced(operator: string, value: Value): string {
  if (typeof value === 'string') return value;
  if (isMissing(value)) return '';
  if (isNumber(value)) return numberText(value);
  if (value instanceof Date) return value.toISOString();
  throw new StoreError(16007, `can't convert from BSON type ${typeName(value)} to String in ${operator}`);
}

function concat(operands: Value[]): Value {
  let text = '';
  for (const operand of operands) {
    if (isMissing(operand)) return null;
    if (typeof operand !== 'string') {
      throw new StoreError(16702, `$concat only supports strings, not ${typeName(operand)}`);
    }
    text += operand;
  }
  return text;
}

function position(operator: string, role: string, value: Value, code: number): number {
  if (isNumber(value) && Number.isInteger(toNumber(value))) return toNumber(value);
  throw new StoreError(code, `${operator}: ${role} must be a whole number, not ${typeName(value)}`);
}

function byCharacters([value, start, count]: Value[]): Value {
  const text = coerced('$substrCP', value);
  const from = position('$substrCP', 'starting index', start, 34450);
  const length = position('$substrCP', 'length', count, 34452);
  if (from < 0) throw new StoreError(34451, '$substrCP: the starting index must be a non-negative integer');
  if (length < 0) throw new StoreError(34453, '$substrCP: length must be a non-negative integer');
  return [...text].slice(from, from + length).join('');
}

/** A negative length takes the rest; a cut through a character is refused. */
function byBytes([value, start, count]: Value[]): Value {
  const bytes = Buffer.from(coerced('$substrBytes', value), 'utf8');
  const from = position('$substrBytes', 'starting index', start, 16034);
  const length = position('$substrBytes', 'length', count, 16035);
  if (from < 0) throw new StoreError(50752, '$substrBytes: starting index must be non-negative');
  const to = length < 0 ? bytes.length : Math.min(bytes.length, from + length);
  if (isInsideCharacter(bytes[from])) {
    throw new StoreError(28656, '$substrBytes: Invalid range, starting index is a UTF-8 continuation byte.');
  }
  if (isInsideCharacter(bytes[to])) {
    throw new StoreError(
      28657,
      '$substrBytes: Invalid range, ending index is in the middle of a UTF-8 character.',
    );
  }
  return bytes.toString('utf8', from, to);
}

const isInsideCharacter = (unit: number | undefined): boolean => unit !== undefined && (unit & 0xc0) === 0x80;

function toText([value]: Value[]): Value {
  if (isMissing(value)) return null;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof ObjectId) return value.toHexString();
  if (typeof value === 'string' || isNumber(value) || value instanceof Date)
    return coerced('$toString', value);
  throw new StoreError(241, `Unsupported conversion from ${typeName(value)} to string in $convert`);
}

function characters([value]: Value[]): Value {
  if (typeof value === 'string') return integer([...value].length);
  throw new StoreError(34471, `$strLenCP requires a string argument, found: ${typeName(value)}`);
}

const takes = (count: number, run: (operands: Value[]) => Value): Operator => ({
  least: count,
  most: count,
  run,
});

/** As in MongoDB only ASCII letters change case. */
export const TEXT_OPERATORS: Readonly<Record<string, Operator>> = {
  $concat: { least: 0, most: Infinity, run: concat },
  $substrCP: takes(3, byCharacters),
  $substrBytes: takes(3, byBytes),
  $toUpper: takes(1, ([v]) => coerced('$toUpper', v).replace(/[a-z]+/g, (text) => text.toUpperCase())),
  $toLower: takes(1, ([v]) => coerced('$toLower', v).replace(/[A-Z]+/g, (text) => text.toLowerCase())),
  $toString: takes(1, toText),
  $strLenCP: takes(1, characters),
  $type: takes(1, ([value]) => typeName(value)),
};
