import { Schema } from 'mongoose';
import { blindIndex } from './blind-index.ts';
import type { FieldKind } from './field-kinds.ts';
import { maskField, normaliseField } from './field-kinds.ts';
import { refuseSealedQueries } from './refuse-sealed-queries.ts';
import type { FieldPlace, Sealed } from './sealed.ts';
import { isSealed, open, seal, SealedFieldError } from './sealed.ts';

export interface FieldSpec {
  kind: FieldKind;
  /**
   * Adds `<field>Index` for equality look-ups; `unique` makes one value belong to one document, `compared` keeps it for
   * comparing documents already found, without an index of the store.
   */
  blindIndex?: true | 'unique' | 'compared';
}

/** The stored side: `{ phone: Sealed, phoneIndex: '…' }`. */
export type SealedFields<Name extends string> = { [K in Name]?: Sealed } & { [K in `${Name}Index`]?: string };

/** What a model file uses instead of touching sealed content itself. `doc` is lean and has `_id`. */
export interface EncryptedFields<Name extends string> {
  readonly collection: string;
  readonly fields: Readonly<Record<Name, FieldSpec>>;
  /** For create and $set: `{ phone: Sealed, phoneIndex: '…' }`; fields not given (undefined) stay out. */
  sealFields(id: unknown, values: { [K in Name]?: string | undefined }): SealedFields<Name>;
  /** The same values for many documents of one person: their blind indexes are the same and are made once. */
  sealer(values: { [K in Name]?: string | undefined }): (id: unknown) => SealedFields<Name>;
  /** For $unset: `{ phone: 1, phoneIndex: 1 }`. */
  unsetFields(...names: Name[]): Record<string, 1>;
  /** The plain values of a lean document; for code that sends or compares, never for responses. */
  openFields(doc: { _id: unknown }): { [K in Name]?: string };
  /** `{ phoneMasked: '138****5678' }`, for responses. */
  maskFields(doc: { _id: unknown }): { [K in `${Name}Masked`]?: string };
  /** A filter on the blind index: `{ phoneIndex: '…' }`. */
  where(name: Name, value: string): Record<string, string>;
}

const registered = new Map<string, EncryptedFields<string>>();

/** Every collection with sealed fields whose model is loaded: the re-encryption job walks them. */
export const sealedCollections = (): EncryptedFields<string>[] => [...registered.values()];

/**
 * Adds sealed fields to a schema, which must name its collection:
 * `const secrets = encryptedFields(userSchema, { phone: { kind: 'phone', blindIndex: true } })`.
 * Plain text is refused on every write, and sealed content in every query: only the blind index can be looked up.
 */
export function encryptedFields<Name extends string>(
  schema: Schema,
  fields: Readonly<Record<Name, FieldSpec>>,
): EncryptedFields<Name> {
  const collection = schema.get('collection');
  if (typeof collection !== 'string') throw new Error('A schema with encrypted fields names its collection');
  const names = Object.keys(fields) as Name[]; // the keys of a Record<Name, …> are its Names
  for (const name of names) addPaths(schema, name, fields[name]);
  refuseSealedQueries(schema, names);

  const place = (name: Name, id: unknown): FieldPlace => ({ collection, field: name, id: String(id) });
  const openOne = (name: Name, doc: { _id: unknown }): string | undefined => {
    const stored: unknown = Reflect.get(doc, name);
    if (stored === undefined || stored === null) return undefined;
    if (!isSealed(stored)) throw new SealedFieldError('malformed', place(name, doc._id));
    return open(stored, place(name, doc._id));
  };

  const sealerOf: EncryptedFields<Name>['sealer'] = (values) => {
    const indexes: Record<string, string> = {};
    const given = names.filter((name) => values[name] !== undefined);
    for (const name of given) {
      const [{ kind, blindIndex: kept }, value] = [fields[name], values[name] ?? ''];
      if (normaliseField(kind, value) === '') throw new Error(`An empty ${name} is not sealed`);
      if (kept) indexes[`${name}Index`] = blindIndex(kind, value);
    }
    return (id) => {
      const sealed: Record<string, unknown> = {};
      for (const name of given) sealed[name] = seal(values[name] ?? '', place(name, id));
      return Object.assign(sealed, indexes) as SealedFields<Name>; // its keys were made from the names given
    };
  };

  const made: EncryptedFields<Name> = {
    collection,
    fields,
    sealFields: (id, values) => sealerOf(values)(id),
    sealer: sealerOf,
    unsetFields: (...chosen) =>
      Object.fromEntries(
        chosen.flatMap((name) =>
          (fields[name].blindIndex ? [name, `${name}Index`] : [name]).map((key) => [key, 1]),
        ),
      ),
    openFields: (doc) => perField(names, (name) => [name, openOne(name, doc)]),
    maskFields: (doc) =>
      perField(names, (name) => {
        const value = openOne(name, doc);
        return [`${name}Masked`, value === undefined ? undefined : maskField(fields[name].kind, value)];
      }),
    where: (name, value) => {
      const { blindIndex: kept } = fields[name];
      if (!kept || kept === 'compared') throw new Error(`${collection}.${name} has no blind index`);
      return { [`${name}Index`]: blindIndex(fields[name].kind, value) };
    },
  };
  registered.set(collection, made);
  return made;
}

/** An object of the fields that have a value; its keys are made from the names it was given. */
function perField<Name extends string, Result>(
  names: readonly Name[],
  of: (name: Name) => [string, string | undefined],
): Result {
  const pairs = names.map(of).filter(([, value]) => value !== undefined);
  return Object.fromEntries(pairs) as Result; // the two callers' key types follow from their names
}

/** 12 + 16 bytes before the first byte of content make 38 base64 letters, padded to 40. */
const BOX = /^(?=.{40})(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u;
const INDEX = /^[0-9a-f]{64}$/u;

/** A setter runs on updates and filters too, where validators do not: plain text can neither be stored nor asked for. */
const only =
  (pattern: RegExp, what: string) =>
  (value: unknown): unknown => {
    if (typeof value === 'string' && !pattern.test(value)) throw new Error(`${what} is never plain text`);
    return value;
  };

function addPaths(schema: Schema, name: string, spec: FieldSpec): void {
  schema.add({
    [name]: new Schema<Sealed>(
      {
        keyId: { type: String, required: true },
        box: { type: String, required: true, set: only(BOX, name) },
      },
      { _id: false, strict: 'throw' },
    ),
  });
  if (!spec.blindIndex) return;
  schema.add({ [`${name}Index`]: { type: String, set: only(INDEX, `${name}Index`) } });
  if (spec.blindIndex === 'compared') return;
  schema.index(
    { [`${name}Index`]: 1 },
    spec.blindIndex === 'unique'
      ? { unique: true, partialFilterExpression: { [`${name}Index`]: { $exists: true } } }
      : { sparse: true },
  );
}
