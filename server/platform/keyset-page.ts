import { Buffer } from 'node:buffer';
import mongoose from 'mongoose';
import type { Page, PageQuery } from '../core/contract/page.ts';
import { AppError } from './app-error.ts';

type Filter = Record<string, unknown>;

/** The part of a mongoose model that a list needs; a Model's own type differs with every schema. */
interface Listed {
  find(filter: object): {
    sort(order: Record<string, 1 | -1>): { limit(count: number): { lean(): PromiseLike<unknown> } };
  };
  countDocuments(filter: object): PromiseLike<number>;
}

export interface KeysetList {
  /** Sort name → stored field that every document has; ties are broken by `_id`. */
  sorts: Readonly<Record<string, string>>;
  /** The order when the reader asks for none, `-` before it for descending. */
  fallback: string;
  limits: Filter;
  query: PageQuery;
}

/**
 * One page of a list after the cursor, with the count of all that the filter matches: no offset, so a page far down
 * costs what the first one costs, and rows that arrive meanwhile shift nothing.
 */
export async function keysetPage<Doc extends { _id: unknown }>(
  model: Listed,
  { sorts, fallback, limits, query }: KeysetList,
): Promise<Page<Doc>> {
  const order = query.sort ?? fallback;
  const field = sorts[order.replace(/^-/u, '')];
  if (field === undefined) throw new Error(`No such order: ${order}`);
  const down = order.startsWith('-');
  const limit = query.limit ?? 50;
  const after = query.cursor === undefined ? null : beyond(field, down, readCursor(query.cursor, order));
  const direction = down ? -1 : 1;
  const [rows, total] = await Promise.all([
    model
      .find(after === null ? limits : { $and: [limits, after] })
      .sort(field === '_id' ? { _id: direction } : { [field]: direction, _id: direction })
      .limit(limit + 1)
      .lean(),
    model.countDocuments(limits),
  ]);
  const found = rows as Doc[]; // lean documents of the caller's model
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = found.length > limit && last !== undefined ? writeCursor(order, field, last) : null;
  return { items, nextCursor, total };
}

type Key = string | number | Date | mongoose.Types.ObjectId;

function beyond(field: string, down: boolean, { value, id }: { value: Key; id: Key }): Filter {
  const past = (key: Key): Filter => (down ? { $lt: key } : { $gt: key });
  return field === '_id'
    ? { _id: past(id) }
    : { $or: [{ [field]: past(value) }, { [field]: value, _id: past(id) }] };
}

function writeCursor(order: string, field: string, last: object): string {
  return Buffer.from(
    JSON.stringify([order, pack(Reflect.get(last, field)), pack(Reflect.get(last, '_id'))]),
  ).toString('base64url');
}

/** A cursor comes back from outside: only the four plain kinds are ever read from it, never an object. */
function pack(key: unknown): [kind: string, text: string] {
  if (key instanceof Date) return ['moment', key.toISOString()];
  if (key instanceof mongoose.Types.ObjectId) return ['id', key.toHexString()];
  if (typeof key === 'number') return ['number', String(key)];
  if (typeof key === 'string') return ['text', key];
  throw new Error('This list is ordered by a field that a document lacks');
}

function unpack(packed: unknown): Key {
  if (!Array.isArray(packed) || typeof packed[1] !== 'string') throw new TypeError('not a key');
  const text = packed[1];
  if (packed[0] === 'text') return text;
  if (packed[0] === 'number' && /^-?\d{1,16}(?:\.\d{1,16})?$/u.test(text)) return Number(text);
  if (packed[0] === 'id' && /^[0-9a-f]{24}$/u.test(text)) return new mongoose.Types.ObjectId(text);
  if (packed[0] === 'moment' && !Number.isNaN(Date.parse(text))) return new Date(text);
  throw new TypeError('not a key');
}

function readCursor(text: string, order: string): { value: Key; id: Key } {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(read) && read[0] === order) return { value: unpack(read[1]), id: unpack(read[2]) };
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
