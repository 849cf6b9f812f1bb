import type { Schema } from 'mongoose';

const FILTERED = [
  'find',
  'findOne',
  'findOneAndUpdate',
  'findOneAndDelete',
  'findOneAndReplace',
  'countDocuments',
  'distinct',
  'updateOne',
  'updateMany',
  'replaceOne',
  'deleteOne',
  'deleteMany',
] as const;

/** Ciphertext differs each time: a filter or order on it answers nonsense, so asking is an error, not an empty list. */
export function refuseSealedQueries(schema: Schema, names: readonly string[]): void {
  const refuse = (keys: Iterable<string>): void => {
    for (const key of keys) {
      const name = names.find((sealed) => key === sealed || key.startsWith(`${sealed}.`));
      // The key id is no secret: the re-encryption job looks for old ones.
      if (name !== undefined && key !== `${name}.keyId` && key !== `${name}.box`) {
        throw new Error(`${name} is sealed: look it up by its blind index`);
      }
    }
  };
  schema.pre([...FILTERED], { query: true, document: false }, function () {
    refuse(filteredKeys(this.getFilter()));
    const { sort } = this.getOptions();
    if (sort !== undefined && sort !== null && typeof sort === 'object') refuse(Object.keys(sort));
  });
  schema.pre('aggregate', function () {
    for (const stage of this.pipeline()) {
      if ('$match' in stage) refuse(filteredKeys(stage.$match));
      if ('$sort' in stage) refuse(Object.keys(stage.$sort));
    }
  });
}

/** The paths a filter compares; `$exists` alone looks at no content. */
function filteredKeys(filter: unknown): string[] {
  if (Array.isArray(filter)) return filter.flatMap(filteredKeys);
  if (typeof filter !== 'object' || filter === null) return [];
  return Object.entries(filter).flatMap(([key, condition]) => {
    if (key.startsWith('$')) return filteredKeys(condition);
    return isExistsOnly(condition) ? [] : [key];
  });
}

function isExistsOnly(condition: unknown): boolean {
  if (typeof condition !== 'object' || condition === null) return false;
  const keys = Object.keys(condition);
  return keys.length === 1 && keys[0] === '$exists';
}
