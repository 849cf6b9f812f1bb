import { createHmac, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import mongoose from 'mongoose';
import type { Clock } from './clock.ts';
import { inTime } from './in-time.ts';
import type { KeySet, Secrets } from './secrets.ts';
import { cookieKeysOf } from './secrets.ts';

/** Which keys a running process knows: a key is used when all know it, and goes when none writes with it. */
export interface KeyHolder {
  _id: string;
  host: string;
  pid: number;
  field: HeldKeys;
  cookie: HeldKeys;
  seenAt: Date;
}
/** `known`: id and a mark of the key, so that two keys under one id are noticed. */
interface HeldKeys {
  active: string;
  known: string[];
}

const held = new mongoose.Schema<HeldKeys>(
  { active: { type: String, required: true }, known: { type: [String], required: true } },
  { _id: false, strict: 'throw' },
);
const schema = new mongoose.Schema<KeyHolder>(
  {
    _id: { type: String, required: true },
    host: { type: String, required: true },
    pid: { type: Number, required: true },
    field: { type: held, required: true },
    cookie: { type: held, required: true },
    seenAt: { type: Date, required: true },
  },
  { collection: 'keyHolders', strict: 'throw', versionKey: false },
);
schema.index({ seenAt: 1 }, { expireAfterSeconds: 86_400 });
const KeyHolders = mongoose.model('keyHolders', schema);

const EVERY_MS = 10_000;
const LAST_WORD_MS = 1_000;
/** Six times what it says so: clocks of machines differ, and a busy one is late. */
const FRESH_MS = 60_000;

/** The id of a key with a mark of its content. */
export const keyMark = (id: string, key: string): string =>
  `${id}:${createHmac('sha256', key).update('anxin key mark').digest('hex').slice(0, 12)}`;

/** Tells which key the blind indexes of a store are made with. */
export const blindMarkOf = (key: string): string => keyMark('blind', key);

const heldOf = ({ active, keys }: KeySet): HeldKeys => ({
  active,
  known: Object.entries(keys).map(([id, key]) => keyMark(id, key)),
});

export interface Announcing {
  id: string;
  /** Says at once what this process knows from now on. */
  tell(secrets: Secrets): Promise<void>;
  stop(): Promise<void>;
}

/** Says, and repeats every ten seconds, which keys this process holds; its last word is that it is gone. */
export async function announceKeys(secrets: Secrets, clock: Pick<Clock, 'now'>): Promise<Announcing> {
  const _id = randomUUID();
  let own = secrets;
  const say = async (): Promise<void> => {
    const set = { field: heldOf(own.fieldKeys), cookie: heldOf(cookieKeysOf(own)), seenAt: clock.now() };
    const setOnInsert = { host: hostname(), pid: process.pid };
    await KeyHolders.updateOne({ _id }, { $set: set, $setOnInsert: setOnInsert }, { upsert: true });
  };
  await say();
  let saying = Promise.resolve();
  const timer = setInterval(() => {
    saying = say().catch(() => undefined); // a store that is away comes back, and so does the next word
  }, EVERY_MS);
  timer.unref();
  return {
    id: _id,
    tell: (changed) => {
      own = changed;
      return say();
    },
    stop: async () => {
      clearInterval(timer);
      // A store that is gone holds up no stop: the word goes stale within a minute.
      const takenBack = saying.then(() => KeyHolders.deleteOne({ _id })).catch(() => undefined);
      await inTime(takenBack, LAST_WORD_MS, () => null);
    },
  };
}

/** The processes that were heard of within the last minute (index seenAt). */
export const findKeyHolders = (clock: Pick<Clock, 'now'>): Promise<KeyHolder[]> =>
  KeyHolders.find({ seenAt: { $gte: new Date(clock.now().getTime() - FRESH_MS) } })
    .sort({ seenAt: 1 })
    .lean<KeyHolder[]>()
    .exec();
