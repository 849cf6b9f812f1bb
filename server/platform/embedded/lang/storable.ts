import { BSONRegExp } from 'bson';
import { StoreError } from './errors.ts';
import { isDoc } from './values.ts';
import type { Doc, Value } from './types.ts';

/**
 * Refuses what MongoDB would store but cannot query well: names that begin with `$` or hold a dot, at
 * any depth, and regular expressions as values. An `_id` must be neither an array nor a pattern.
 */
export function checkStorable(doc: Doc): void {
  const id = doc['_id'];
  if (Array.isArray(id)) throw new StoreError(53, "The '_id' value cannot be of type array");
  if (id instanceof BSONRegExp) throw new StoreError(53, "The '_id' value cannot be of type regex");
  checkValue(doc);
}

export function checkValue(value: Value): void {
  if (Array.isArray(value)) value.forEach(checkValue);
  else if (value instanceof BSONRegExp) throw new StoreError(2, 'A regular expression cannot be stored');
  else if (isDoc(value)) {
    for (const key of Object.keys(value)) {
      checkName(key);
      checkValue(value[key]);
    }
  }
}

function checkName(key: string): void {
  if (key.startsWith('$')) {
    throw new StoreError(52, `The dollar ($) prefixed field '${key}' is not valid for storage.`);
  }
  if (key.includes('.')) throw new StoreError(57, `The dotted field '${key}' is not valid for storage.`);
}
