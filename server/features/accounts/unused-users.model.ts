import type { UserRecord } from './user.model.ts';
import { Users } from './user.model.ts';

/** In one night; the rest waits for the next. */
const MOST_UNUSED = 500;

/** Active accounts with a login that nobody opened, used or opened again since then (index createdAt). */
export async function findUnused(since: Date): Promise<UserRecord[]> {
  const notSince = (field: string) => ({
    $or: [{ [field]: { $exists: false } }, { [field]: { $lt: since } }],
  });
  const unused = { state: 'active' as const, loginKey: { $exists: true }, createdAt: { $lt: since } };
  const found: unknown = await Users.find({
    $and: [unused, notSince('lastSignInAt'), notSince('enabledAt')],
  })
    .limit(MOST_UNUSED)
    .lean();
  return found as UserRecord[]; // lean documents are what the schema wrote
}
