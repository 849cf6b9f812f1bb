import { Int32 } from 'bson';
import { StoreError } from './lang/errors.ts';
import { wholeNumber } from './lang/numbers.ts';
import { isDoc } from './lang/values.ts';
import { truthy } from './catalog.ts';
import type { Doc, Value } from './lang/values.ts';

/** The fields of a command, each in the shape it must have: a wrong one is refused, never guessed. */

const wrong = (name: string, wanted: string): StoreError =>
  new StoreError(14, `BSON field '${name}' has to be ${wanted}`);

export function text(body: Doc, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw wrong(name, 'a string');
  return value;
}

export function document(body: Doc, name: string): Doc {
  const value = body[name];
  if (value === undefined || value === null) return {};
  if (!isDoc(value)) throw wrong(name, 'an object');
  return value;
}

export function optionalDocument(body: Doc, name: string): Doc | undefined {
  return body[name] === undefined || body[name] === null ? undefined : document(body, name);
}

export function documents(body: Doc, name: string): Doc[] {
  const value = body[name];
  if (!Array.isArray(value)) throw wrong(name, 'an array');
  return value.map((item) => {
    if (!isDoc(item)) throw wrong(name, 'an array of objects');
    return item;
  });
}

export function optionalDocuments(body: Doc, name: string): Doc[] | undefined {
  return body[name] === undefined ? undefined : documents(body, name);
}

/** A whole number of zero or more. */
export function count(body: Doc, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  const number = wholeNumber(value);
  if (number === null) throw wrong(name, 'a whole number');
  if (number < 0)
    throw new StoreError(51024, `BSON field '${name}' value must be >= 0, actual value '${number}'`);
  return number;
}

export const flag = (body: Doc, name: string, fallback = false): boolean =>
  body[name] === undefined ? fallback : truthy(body[name]);

/** A number as drivers expect counts and sizes: an int where it fits. */
export const int = (value: number): Value => new Int32(value);

/** Options that would change the meaning of a command if they were ignored. */
export function refuse(body: Doc, ...names: string[]): void {
  for (const name of names) {
    const value = body[name];
    if (value === undefined || value === null || value === false) continue;
    throw new StoreError(115, `'${name}' is not supported by this single-node store`);
  }
}

/** Only the binary order of strings is known; asking for it by name is fine. */
export function refuseCollation(body: Doc): void {
  const collation = body['collation'];
  if (isDoc(collation) && collation['locale'] !== 'simple') {
    throw new StoreError(115, "'collation' is not supported by this single-node store");
  }
}
