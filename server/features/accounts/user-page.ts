import type { Page, PageQuery } from '../../core/contract/page.ts';
import { AppError } from '../../platform/app-error.ts';
import type { UserRecord } from './user.model.ts';
import { Users } from './user.model.ts';

export const USER_SORTS = ['name', 'login', 'state', 'createdAt', 'lastSignInAt'] as const;
type SortName = (typeof USER_SORTS)[number];
const SORT_FIELDS: Readonly<Record<SortName, string>> = {
  name: 'name',
  login: 'loginKey',
  state: 'state',
  createdAt: 'createdAt',
  lastSignInAt: 'lastSignInAt',
};

type SortValue = string | Date | null;
interface Cursor {
  sort: string;
  value: SortValue;
  id: string;
}

/** One page of accounts after the cursor: no offset, so a page costs the same however far down it is. */
export async function findUserPage(
  filter: Record<string, unknown>,
  query: PageQuery,
): Promise<Page<UserRecord>> {
  const sort = query.sort ?? '-createdAt';
  const down = sort.startsWith('-');
  const field = SORT_FIELDS[sort.replace('-', '') as SortName]; // the schema lets only these names through
  const limit = query.limit ?? 50;
  const after = query.cursor === undefined ? {} : beyond(field, down, readCursor(query.cursor, sort));
  const direction = down ? -1 : 1;
  const [found, total] = await Promise.all([
    Users.find({ $and: [filter, after] })
      .sort({ [field]: direction, _id: direction })
      .limit(limit + 1)
      .lean(),
    Users.countDocuments(filter),
  ]);
  const items = found.slice(0, limit) as unknown as UserRecord[]; // lean documents of the schema
  const last = items.at(-1);
  const more = found.length > limit && last !== undefined;
  return { items, total, nextCursor: more ? writeCursor(sort, field, last) : null };
}

/** What comes after this place in the order; a missing value sorts before every other. */
function beyond(field: string, down: boolean, { value, id }: Cursor): Record<string, unknown> {
  const tie = { [field]: value, _id: down ? { $lt: id } : { $gt: id } };
  if (value === null) return down ? tie : { $or: [{ [field]: { $ne: null } }, tie] };
  if (!down) return { $or: [{ [field]: { $gt: value } }, tie] };
  return { $or: [{ [field]: { $lt: value } }, { [field]: null }, tie] };
}

function writeCursor(sort: string, field: string, last: UserRecord): string {
  const value: unknown = last[field as keyof UserRecord]; // SORT_FIELDS names fields of the record
  const kept = value instanceof Date ? { date: value.toISOString() } : { text: value ?? null };
  return Buffer.from(JSON.stringify([sort, kept, String(last._id)])).toString('base64url');
}

function readCursor(text: string, sort: string): Cursor {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(read) && read[0] === sort && /^[0-9a-f]{24}$/.test(String(read[2]))) {
      return { sort, value: readValue(read[1]), id: String(read[2]) };
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

function readValue(kept: unknown): SortValue {
  const { date, text } = kept as { date?: unknown; text?: unknown }; // checked below; anything else throws
  if (typeof date === 'string') {
    const at = Date.parse(date);
    if (Number.isNaN(at)) throw new TypeError('not a moment');
    return new Date(at);
  }
  if (text === null || typeof text === 'string') return text;
  throw new TypeError('not a sort value');
}
