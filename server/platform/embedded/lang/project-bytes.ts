import { asBuffer, checkedEnd, endOfName, isName, stepOver } from './bson-frame.ts';
import { isNumber } from './numbers.ts';
import { isTruthy } from './predicates.ts';
import { addTo, newShape } from './shape.ts';
import type { Shape } from './shape.ts';
import type { Doc } from './types.ts';

const UNDEFINED = 0x06;
const DOCUMENT = 0x03;
const ARRAY = 0x04;

/** A field that a projection names: the whole of it, or fields below it. */
interface Named {
  name: string;
  below?: Named[];
}

/**
 * A projection that only names fields, as a cut through a document's bytes: nothing is read and written again. Null for
 * any other one; the caller has had it checked by `compileProjection`. The cut gives null for a document with a list on
 * the way to a field, whose elements would have to be numbered anew.
 */
export function cutOf(spec: Doc): ((bytes: Uint8Array) => Buffer | null) | null {
  const entries = Object.entries(spec);
  const flags = entries.filter(([, value]) => typeof value === 'boolean' || isNumber(value));
  if (flags.length < entries.length || entries.some(([name]) => name.startsWith('_id.'))) return null;
  const wanted = entries.map(([name, value]) => ({ name, keep: isTruthy(value) }));
  const [first] = wanted.filter(({ name }) => name !== '_id');
  const id = wanted.find(({ name }) => name === '_id')?.keep;
  const keeps = first?.keep ?? id === true;
  const paths = wanted.filter(({ name }) => name !== '_id').map(({ name }) => name);
  // Unless it is told otherwise, the `_id` stays.
  if (keeps ? id !== false : id === false) paths.push('_id');
  const shape = newShape();
  for (const path of paths) addTo(shape, path, true);
  const names = namesOf(shape);
  return (bytes) => {
    const buffer = asBuffer(bytes);
    const end = checkedEnd(buffer, 0, buffer.length);
    const out = Buffer.allocUnsafe(end + 1);
    const size = cut({ buffer, start: 0, end }, { names, keeps }, out, 0);
    return size === null ? null : out.subarray(0, size);
  };
}

const namesOf = ({ children }: Shape): Named[] =>
  [...children].map(([name, child]) =>
    child.leaf === undefined ? { name, below: namesOf(child) } : { name },
  );

/**
 * Writes, from `at` on, the fields that are (or, where `keeps` is false, are not) among the names, in the document's own
 * order. Gives where the next byte goes; null where a list lies on the way.
 */
function cut(
  { buffer, start, end }: { buffer: Buffer; start: number; end: number },
  { names, keeps }: { names: readonly Named[]; keeps: boolean },
  out: Buffer,
  at: number,
): number | null {
  let size = at + 4;
  let from = -1; // neighbours are copied together
  for (let field = start + 4; field < end;) {
    const type = buffer[field] as number; // field < end
    const nameEnd = endOfName(buffer, field + 1, end);
    const next = stepOver(buffer, type, nameEnd + 1, end);
    const named = among(buffer, field + 1, nameEnd, names);
    const below = named?.below;
    if (below !== undefined && type === ARRAY) return null;
    const isOpened = below !== undefined && type === DOCUMENT;
    // Where fields below it are left out, a value without fields stays; where they are kept, it goes.
    const isKept = below === undefined ? (named !== undefined) === keeps : !isOpened && !keeps;
    const stays = type !== UNDEFINED && isKept;
    if (stays && from < 0) from = field;
    if (!stays && from >= 0) {
      size += buffer.copy(out, size, from, field);
      from = -1;
    }
    if (isOpened) {
      size += buffer.copy(out, size, field, nameEnd + 1);
      const inner = { buffer, start: nameEnd + 1, end: next - 1 };
      const reached = cut(inner, { names: below, keeps }, out, size);
      if (reached === null) return null;
      size = reached;
    }
    field = next;
  }
  if (from >= 0) size += buffer.copy(out, size, from, end);
  out[size] = 0;
  out.writeInt32LE(size + 1 - at, at);
  return size + 1;
}

function among(buffer: Buffer, from: number, to: number, names: readonly Named[]): Named | undefined {
  for (const named of names) if (isName(buffer, from, to, named.name)) return named;
  return undefined;
}
