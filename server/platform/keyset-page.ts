import { Buffer } from 'node:buffer';
import mongoose from 'mongoose';
import type { Page, PageQuery } from '../core/contract/page.ts';
import { AppError } from './app-error.ts';
import { askedOnce } from './asked-together.ts';
import { currentSession } from './db.ts';

type Filter = Record<string, unknown>;

/** The part of a mongoose model that a list needs; a Model's own type differs with every schema. */
interface Listed {
  schema: { path(name: string): { instance: string; isRequired?: boolean } | undefined };
  find(filter: object): {
    sort(order: Record<string, 1 | -1>): { limit(count: number): { lean(): PromiseLike<unknown> } };
  };
  countDocuments(filter: object): PromiseLike<number>;
}

export interface KeysetList {
  /** Sort name → stored field; where it may be missing, a document without it comes first. Ties are broken by `_id`. */
  sorts: Readonly<Record<string, string>>;
  /** The order when the reader asks for none, `-` before it for descending. */
  fallback: string;
  limits: Filter;
  query: PageQuery;
  /**
   * For a list that a whole office opens at once: what besides order, limits and place decides its rows. Those who ask for
   * the same page at the same time get the very same rows, and may not change them.
   */
  sharedAs?: string;
}

/**
 * One page of a list after the cursor, with the count of all that the filter matches: no offset, so a page far down
 * costs what the first one costs, and rows that arrive meanwhile shift nothing. All are counted for the first page
 * only; the cursor carries the figure on, so that a long walk (an export) does not count again at every step.
 */
export async function keysetPage<Doc extends { _id: unknown }>(
  model: Listed,
  { sorts, fallback, limits, query, sharedAs }: KeysetList,
): Promise<Page<Doc>> {
  const order = query.sort ?? fallback;
  const field = sorts[order.replace(/^-/u, '')];
  if (field === undefined) throw new Error(`No such order: ${order}`);
  const down = order.startsWith('-');
  const limit = query.limit ?? 50;
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor, order, field, model);
  const direction = down ? -1 : 1;
  const sort: Record<string, 1 | -1> =
    field === '_id' ? { _id: direction } : { [field]: direction, _id: direction };
  const read = async (): Promise<Doc[]> => {
    const rows: Doc[] = [];
    for (const stretch of cursor === null ? [{}] : beyond(field, down, cursor, model)) {
      const filter = cursor === null ? limits : { $and: [limits, stretch] };
      const left = limit + 1 - rows.length;
      if (left > 0) rows.push(...((await model.find(filter).sort(sort).limit(left).lean()) as Doc[])); // lean documents of the caller's model
    }
    return rows;
  };
  const ask = (): Promise<[Doc[], number]> =>
    Promise.all([read(), cursor?.total ?? model.countDocuments(limits)]);
  const [found, total] = await (sharedAs === undefined
    ? ask()
    : askedWithOthers(keyFor(sharedAs, limits, [order, limit, query.cursor ?? '']), ask));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit && last !== undefined;
  return { items, nextCursor: more ? writeCursor(order, field, last, total) : null, total };
}

type Found<Doc> = [rows: Doc[], total: number];
const shared = askedOnce<Found<object>>();

/** One question for all who ask the same meanwhile. A transaction asks for itself: it sees what nobody else does. */
async function askedWithOthers<Doc extends object>(
  key: string,
  ask: () => Promise<Found<Doc>>,
): Promise<Found<Doc>> {
  if (currentSession() !== null) return ask();
  const found = await shared(key, async () => {
    const [rows, total] = await ask();
    return [rows.map((row) => Object.freeze(row)), total];
  });
  return found as Found<Doc>; // who asks the same list gets its rows
}

/** As the store would be sent it: an id is not its text, nor a moment its figures. */
function keyFor(list: string, limits: Filter, place: readonly unknown[]): string {
  const bytes = mongoose.mongo.BSON.serialize({ list, limits, place }, { ignoreUndefined: false });
  return Buffer.from(bytes).toString('latin1');
}

type Key = string | number | Date | mongoose.Types.ObjectId;
interface Cursor {
  /** null: the document lacks the field. */
  value: Key | null;
  id: Key;
  total: number;
}

/**
 * What lies after the cursor, one stretch of an index after the other: as alternatives of one question they would be
 * walked from the very beginning, and where thousands share a value (what is never due) its stretch alone is long.
 */
function beyond(field: string, down: boolean, { value, id }: Cursor, model: Listed): Filter[] {
  const past = (key: Key): Filter => (down ? { $lt: key } : { $gt: key });
  if (field === '_id') return [{ _id: past(id) }];
  const tie = { [field]: value, _id: past(id) };
  if (value === null) return down ? [tie] : [tie, { [field]: { $ne: null } }];
  const lacking = down && model.schema.path(field)?.isRequired !== true ? [{ [field]: null }] : [];
  return [tie, { [field]: past(value) }, ...lacking];
}

function writeCursor(order: string, field: string, last: object, total: number): string {
  const value: unknown = Reflect.get(last, field);
  const place = [order, value ?? null, Reflect.get(last, '_id'), total]; // moments and ids become text by themselves
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** What the model itself says a field holds: a cursor comes back from outside and may claim anything. */
function keyOf(text: unknown, field: string, model: Listed): Key {
  const kind = model.schema.path(field)?.instance;
  if (kind === 'Number' && typeof text === 'number' && Number.isFinite(text)) return text;
  if (typeof text === 'string') {
    if (kind === 'String') return text;
    if (kind === 'ObjectId' && /^[0-9a-f]{24}$/u.test(text)) return new mongoose.Types.ObjectId(text);
    if (kind === 'Date' && /^\d{4}-\d\d-\d\dT/u.test(text) && !Number.isNaN(Date.parse(text)))
      return new Date(text);
  }
  throw new TypeError('not a key of this list');
}

function readCursor(text: string, order: string, field: string, model: Listed): Cursor {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(read) && read[0] === order && Number.isSafeInteger(read[3]) && read[3] >= 0) {
      const value = read[1] === null ? null : keyOf(read[1], field, model);
      return { value, id: keyOf(read[2], '_id', model), total: Number(read[3]) };
    }
  } catch {
    // falls through to the refusal
  }
  const words = {
    zh: '分页位置无效，请从第一页开始',
    en: 'Not a valid place in this list; start from the first page',
  };
  throw new AppError('invalidInput', { count: 1 }, [
    { in: 'query', path: 'cursor', rule: 'cursor', ...words },
  ]);
}
