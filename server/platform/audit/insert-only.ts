import type { Schema } from 'mongoose';

const CHANGES = [
  'updateOne',
  'updateMany',
  'replaceOne',
  'findOneAndUpdate',
  'findOneAndReplace',
  'findOneAndDelete',
  'deleteOne',
  'deleteMany',
] as const;

/** A record of what was done is never corrected, only followed by another one: changes by program are errors. */
export function insertOnly(schema: Schema): void {
  const refuse = (): never => {
    throw new Error('This collection is insert-only');
  };
  schema.pre([...CHANGES], { query: true, document: true }, refuse);
  schema.pre('bulkWrite', refuse);
  schema.pre('save', function () {
    if (!this.isNew) refuse();
  });
}
