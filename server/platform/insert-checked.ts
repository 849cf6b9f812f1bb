import type mongoose from 'mongoose';
import { currentSession } from './db.ts';

type Into = Pick<mongoose.Model<never>, 'collection'>;

/**
 * Inserts new records as they are, in the transaction that runs, once every field was held against the schema: known, of
 * its very type, valid, none missing. Building mongoose's documents of them first costs several times all the rest of
 * an insert. Nothing is cast and no default is filled in: what the caller hands over is what is stored.
 */
export async function insertChecked(
  model: Into & { schema: Paths },
  records: readonly object[],
): Promise<void> {
  for (const record of records) checkRecord(model.schema, record);
  await insertPlain(model, records);
}

/** The same of records that the caller has checked, or made alone. */
export async function insertPlain({ collection }: Into, records: readonly object[]): Promise<void> {
  const [first, ...others] = records;
  if (first === undefined) return;
  const session = currentSession();
  const options = { ignoreUndefined: true, ...(session === null ? {} : { session }) };
  // One alone is no batch: the driver has far less to do.
  if (others.length === 0) await collection.insertOne(first, options);
  else await collection.insertMany([...records], { ordered: true, ...options });
}

/** A schema, as far as records are held against it. */
interface Paths {
  path(name: string): unknown;
  requiredPaths(): string[];
}

/** What mongoose keeps of a path; its typings leave out the inner types. */
interface PathType {
  validators: readonly unknown[];
  schema?: Paths;
  embeddedSchemaType?: PathType;
  applySetters(value: unknown, scope: null): unknown;
  doValidateSync(value: unknown, scope: null): Error | null | undefined;
}

/** Throws where a record is not what its schema says; the message names the field and never what is in it. */
function checkRecord(schema: Paths, record: object, inside = ''): void {
  for (const [name, value] of Object.entries(record)) {
    if (value === undefined) continue;
    const type = schema.path(name) as PathType | undefined; // mongoose's own, see above
    if (type === undefined) throw wrong(`${inside}${name}`, 'is not in the schema');
    checkValue(type, value, `${inside}${name}`);
  }
  for (const name of schema.requiredPaths()) {
    const value: unknown = Reflect.get(record, name);
    if (value === undefined || value === null) throw wrong(`${inside}${name}`, 'is missing');
  }
}

function checkValue(type: PathType, value: unknown, place: string): void {
  const items = type.embeddedSchemaType;
  if (items !== undefined) {
    if (!Array.isArray(value)) throw wrong(place, 'is no list');
    for (const item of value) checkValue(items, item, place);
    return;
  }
  if (type.schema !== undefined) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw wrong(place, 'is no record');
    checkRecord(type.schema, value, `${place}.`);
    return;
  }
  // Setters refuse what must not lie here, plain text in a sealed field say; a cast would store something else.
  if (type.applySetters(value, null) !== value) throw wrong(place, 'has another type');
  if (type.validators.length > 0 && type.doValidateSync(value, null)) throw wrong(place, 'is not valid');
}

const wrong = (place: string, what: string): TypeError =>
  new TypeError(`A new record cannot be kept: ${place} ${what}`);
