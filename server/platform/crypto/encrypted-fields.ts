import type { Schema } from 'mongoose';
import type { FieldKind } from './field-kinds.ts';
import type { Sealed } from './sealed.ts';

export interface FieldSpec {
  kind: FieldKind;
  /** Adds `<field>Index` for equality look-ups; `unique` makes one value belong to one document. */
  blindIndex?: true | 'unique';
}

/** What a model file uses instead of touching sealed content itself. `doc` is lean and has `_id`. */
export interface EncryptedFields<Name extends string> {
  /** For create and $set: `{ phone: Sealed, phoneIndex: '…' }`; fields not given (undefined) stay out. */
  sealFields(id: unknown, values: { [K in Name]?: string | undefined }): Record<string, Sealed | string>;
  /** For $unset: `{ phone: 1, phoneIndex: 1 }`. */
  unsetFields(...names: Name[]): Record<string, 1>;
  /** The plain values of a lean document; for code that sends or compares, never for responses. */
  openFields(doc: { _id: unknown }): { [K in Name]?: string };
  /** `{ phoneMasked: '138****5678' }`, for responses. */
  maskFields(doc: { _id: unknown }): { [K in `${Name}Masked`]?: string };
  /** A filter on the blind index: `{ phoneIndex: '…' }`. */
  where(name: Name, value: string): Record<string, string>;
}

/**
 * Adds sealed fields to a schema (which must name its collection):
 * `const secrets = encryptedFields(userSchema, { phone: { kind: 'phone', blindIndex: true } })`.
 */
export function encryptedFields<Name extends string>(
  _schema: Schema,
  _fields: Record<Name, FieldSpec>,
): EncryptedFields<Name> {
  throw new Error('not built yet');
}
