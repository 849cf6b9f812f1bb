import mongoose from 'mongoose';
import { WEB_SESSIONS } from './session-middleware.ts';

interface WebSession {
  /** Hash of the cookie's id. */
  _id: string;
  session?: { passport?: { user?: { sessionId?: unknown } } };
}

const BATCH = 500;

/**
 * Removes cookie records whose session has ended elsewhere (sign-out on another device, disabling, changed rights):
 * they are worth nothing already, and need not wait for their own end. Answers how many.
 */
export async function sweepWebSessions(
  findLive: (ids: readonly string[]) => Promise<Set<string>>,
): Promise<number> {
  const records = mongoose.connection.collection<WebSession>(WEB_SESSIONS);
  let removed = 0;
  let last: WebSession[] = [];
  do {
    const after = last.at(-1)?._id;
    last = await records
      .find(after === undefined ? {} : { _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    const sessionOf = (one: WebSession): string => String(one.session?.passport?.user?.sessionId ?? '');
    const live = await findLive(last.map(sessionOf).filter((id) => /^[0-9a-f]{24}$/.test(id)));
    const ended = last.filter((one) => !live.has(sessionOf(one))).map((one) => one._id);
    if (ended.length > 0) removed += (await records.deleteMany({ _id: { $in: ended } })).deletedCount;
  } while (last.length === BATCH);
  return removed;
}
