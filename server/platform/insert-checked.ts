import mongoose from 'mongoose';
import { beforeCommit, currentSession, notedInTransaction } from './db.ts';

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
  checkRecords(model, records);
  await insertPlain(model, records);
}

/** Throws where one of them could not be stored as it is. */
export function checkRecords({ schema }: { schema: Paths }, records: readonly object[]): void {
  for (const record of records) checkRecord(schema, record);
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

interface Waiting {
  collection: Into['collection'];
  record: object;
}
const waiting = notedInTransaction((): Waiting[] => []);
/** What travels in one command. */
const MOST_TOGETHER = 1000;

/**
 * Inserts records that the transaction around it does not read again as the last thing it does: those of all collections
 * travel in one command. Where a unique place has been taken meanwhile, the transaction is run again and sees the winner.
 */
export async function insertLast(model: Into, records: readonly object[]): Promise<void> {
  if (records.length === 0) return; // an empty list would be promised its inserting again by the next call
  const list = waiting();
  if (list === null) return insertPlain(model, records);
  if (list.length === 0) beforeCommit(() => insertWaiting(list));
  for (const record of records) list.push({ collection: model.collection, record });
}

/** Both: checked at once, inserted last. */
export async function insertLastChecked(
  model: Into & { schema: Paths },
  records: readonly object[],
): Promise<void> {
  checkRecords(model, records);
  await insertLast(model, records);
}

/** Clients of a store before MongoDB 8, which knows no inserts into several collections; found out by asking. */
const ofOlderStores = new WeakSet<object>();

async function insertWaiting(list: readonly Waiting[]): Promise<void> {
  try {
    for (let at = 0; at < list.length; at += MOST_TOGETHER)
      await insertTogether(list.slice(at, at + MOST_TOGETHER));
  } catch (error) {
    throw whatWentWrong(error);
  }
}

async function insertTogether(list: readonly Waiting[]): Promise<void> {
  const session = currentSession();
  if (session === null) throw new Error('The transaction has ended before its last inserts');
  const client = mongoose.connection.getClient();
  if (!ofOlderStores.has(client)) {
    const { name: db } = mongoose.connection;
    const inserts = list.map(({ collection, record }) => ({
      name: 'insertOne' as const,
      namespace: `${db}.${collection.collectionName}`,
      document: record,
    }));
    await client.bulkWrite(inserts, { session, ordered: true });
    return;
  }
  for (const collection of new Set(list.map((one) => one.collection)))
    await insertPlain(
      { collection },
      list.filter((one) => one.collection === collection).map(({ record }) => record),
    );
}

const { MongoClientBulkWriteError, MongoErrorLabel, MongoServerError } = mongoose.mongo;
const TAKEN = 11000;
/** How a store before MongoDB 8 refuses: it does not know the command (before 7), or knows it half (7.0: not `errorsOnly`). */
const TOO_OLD = new Set<unknown>([59, 40415]);

/** The store's own error out of the driver's, marked where running the transaction again will help. */
function whatWentWrong(error: unknown): unknown {
  const own = error instanceof MongoClientBulkWriteError ? ownError(error) : error;
  if (!(own instanceof MongoServerError)) return own;
  const tooOld = TOO_OLD.has(own.code);
  if (tooOld) ofOlderStores.add(mongoose.connection.getClient());
  if (own.code === TAKEN || tooOld) own.addErrorLabel(MongoErrorLabel.TransientTransactionError);
  return own;
}

function ownError(error: mongoose.mongo.MongoClientBulkWriteError): unknown {
  const [first] = error.writeErrors.values();
  return first === undefined ? (error.cause ?? error) : new MongoServerError({ ...first });
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
