import { asBuffer, checkedEnd, endOfName, isName, stepOver } from './bson-frame.ts';
import { isNumber } from './numbers.ts';
import { isTruthy } from './predicates.ts';
import type { Doc } from './types.ts';

const UNDEFINED = 0x06;

/**
 * A projection that only names whole top-level fields, as a cut through a document's bytes: nothing is read and written
 * again. Null for any other one; the caller has had it checked by `compileProjection`.
 */
export function cutOf(spec: Doc): ((bytes: Uint8Array) => Buffer) | null {
  const entries = Object.entries(spec);
  const flags = entries.filter(([, value]) => typeof value === 'boolean' || isNumber(value));
  if (flags.length < entries.length || entries.some(([name]) => name.includes('.'))) return null;
  const wanted = entries.map(([name, value]) => ({ name, keep: isTruthy(value) }));
  const [first] = wanted.filter(({ name }) => name !== '_id');
  const id = wanted.find(({ name }) => name === '_id')?.keep;
  const keeps = first?.keep ?? id === true;
  const names = wanted.filter(({ name }) => name !== '_id').map(({ name }) => name);
  // Unless it is told otherwise, the `_id` stays.
  if (keeps ? id !== false : id === false) names.push('_id');
  return (bytes) => cut(asBuffer(bytes), names, keeps);
}

/** The fields that are (or, where `keeps` is false, are not) among the names, in the document's own order. */
function cut(buffer: Buffer, names: readonly string[], keeps: boolean): Buffer {
  const end = checkedEnd(buffer, 0, buffer.length);
  const out = Buffer.allocUnsafe(end + 1);
  let [size, from, open] = [4, 4, false];
  for (let at = 4; at < end;) {
    const type = buffer[at] as number; // at < end
    const nameEnd = endOfName(buffer, at + 1, end);
    const next = stepOver(buffer, type, nameEnd + 1, end);
    const stays = type !== UNDEFINED && isAmong(buffer, at + 1, nameEnd, names) === keeps;
    if (stays && !open) from = at; // neighbours are copied together
    if (!stays && open) size += buffer.copy(out, size, from, at);
    open = stays;
    at = next;
  }
  if (open) size += buffer.copy(out, size, from, end);
  out[size] = 0;
  out.writeInt32LE(size + 1, 0);
  return out.subarray(0, size + 1);
}

function isAmong(buffer: Buffer, from: number, to: number, names: readonly string[]): boolean {
  for (const name of names) if (isName(buffer, from, to, name)) return true;
  return false;
}
