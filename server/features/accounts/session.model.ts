import mongoose from 'mongoose';
import { remembered } from '../../platform/remembered.ts';
import { ifThereIsRoom } from '../../platform/store-full.ts';
import { accountsSettings } from './accounts.settings.ts';

/** One sign-in of one person on one device, kept 90 days after its end to recognise devices again. */
export interface SessionRecord {
  _id: mongoose.Types.ObjectId;
  userId: mongoose.Types.ObjectId;
  startedAt: Date;
  lastSeenAt: Date;
  /** The session ends here however busy it is. */
  endsAt: Date;
  endedAt?: Date;
  endedBy?: SessionEnd;
  ip: string;
  device: string;
  forgetAt: Date;
}
export type SessionEnd = 'signOut' | 'owner' | 'admin' | 'disabled' | 'rightsChanged' | 'passwordChanged';

const HOUR = 3_600_000;
const REMEMBERED = 90 * 24 * HOUR;
/** "Last seen" is exact to the minute: one write a minute per session, however many requests come. */
const SEEN_EVERY = 60_000;

const schema = new mongoose.Schema<SessionRecord>(
  {
    userId: { type: mongoose.Schema.Types.ObjectId, required: true },
    startedAt: { type: Date, required: true },
    lastSeenAt: { type: Date, required: true },
    endsAt: { type: Date, required: true },
    endedAt: Date,
    endedBy: String,
    ip: String,
    device: { type: String, required: true },
    forgetAt: { type: Date, required: true },
  },
  { collection: 'sessions', strict: 'throw', versionKey: false },
);
schema.index({ userId: 1, lastSeenAt: -1 });
schema.index({ forgetAt: 1 }, { expireAfterSeconds: 0 });
const Sessions = mongoose.model('sessions', schema);

/** Neither ended nor run out. */
function alive(now: Date) {
  return { endedAt: { $exists: false }, endsAt: { $gt: now }, lastSeenAt: { $gt: idleSince(now) } };
}

const idleSince = (now: Date): Date => new Date(now.getTime() - accountsSettings().sessionHours.idle * HOUR);

export async function insertSession(
  session: { userId: string; ip: string; device: string },
  now: Date,
): Promise<string> {
  const endsAt = new Date(now.getTime() + accountsSettings().sessionHours.absolute * HOUR);
  const forgetAt = new Date(endsAt.getTime() + REMEMBERED);
  const [made] = await Sessions.create([{ ...session, startedAt: now, lastSeenAt: now, endsAt, forgetAt }]);
  return String(made?._id);
}

const known = remembered<SessionRecord | null>();

const holds = (session: SessionRecord, now: Date): boolean =>
  session.endedAt === undefined && session.endsAt > now && session.lastSeenAt > idleSince(now);

/** The session, if it holds; marks it as seen. What this process ends it forgets at once, another within a second. */
export async function findLiveSession(id: string, userId: string, now: Date): Promise<SessionRecord | null> {
  const read = (): Promise<SessionRecord | null> => Sessions.findById(id).lean().exec();
  let found = await known.get(id, read);
  // One that seems over may just have been used elsewhere.
  if (found === null || !holds(found, now)) found = await read();
  if (found === null || String(found.userId) !== userId || !holds(found, now)) return null;
  if (found.lastSeenAt.getTime() < now.getTime() - SEEN_EVERY) {
    const seen = { _id: id, lastSeenAt: { $lt: now } };
    await ifThereIsRoom(
      () => Sessions.updateOne(seen, { $set: { lastSeenAt: now } }).exec(),
      () => null,
    );
    known.forget(id);
  }
  return found;
}

/** Those of the given sessions that still hold: one query for all sockets of a server. */
export async function liveSessionIds(ids: readonly string[], now: Date): Promise<Set<string>> {
  const found = await Sessions.find({ _id: { $in: ids }, ...alive(now) }, { _id: 1 }).lean();
  return new Set(found.map((session) => String(session._id)));
}

export async function listLiveSessions(userId: string, now: Date): Promise<SessionRecord[]> {
  return Sessions.find({ userId, ...alive(now) })
    .sort({ lastSeenAt: -1 })
    .limit(100)
    .lean();
}

/** Has this person signed in before, and ever on a device like this one? */
export async function knownDevices(userId: string, device: string): Promise<{ any: boolean; this: boolean }> {
  const [any, same] = await Promise.all([Sessions.exists({ userId }), Sessions.exists({ userId, device })]);
  return { any: any !== null, this: same !== null };
}

export async function endSession(id: string, userId: string, by: SessionEnd, now: Date): Promise<boolean> {
  known.forget(id);
  const ended = await Sessions.updateOne(
    { _id: id, userId, endedAt: { $exists: false } },
    { $set: { endedAt: now, endedBy: by } },
  );
  return ended.modifiedCount === 1;
}

/** Ends all sessions of a person, but for one. */
export async function endSessionsOf(
  userId: string,
  by: SessionEnd,
  now: Date,
  but?: string,
): Promise<number> {
  known.forget();
  const others = but === undefined ? {} : { _id: { $ne: but } };
  const ended = await Sessions.updateMany(
    { userId, endedAt: { $exists: false }, ...others },
    { $set: { endedAt: now, endedBy: by } },
  );
  return ended.modifiedCount;
}
