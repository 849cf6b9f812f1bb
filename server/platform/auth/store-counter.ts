import mongoose from 'mongoose';
import { duplicateKeyFields } from '../db.ts';
import { ifThereIsRoom } from '../store-full.ts';
import { keyedHash } from './keyed-hash.ts';

/** So many tries in so many seconds, counted from the first one. */
export interface CountRule {
  points: number;
  seconds: number;
}

interface RateCount {
  _id: string;
  points: number;
  expiresAt: Date;
}

const schema = new mongoose.Schema<RateCount>(
  {
    _id: { type: String, required: true },
    points: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
const Counts = mongoose.model('rateCounts', schema, 'rateCounts');

/** Keys hold logins, phones and addresses, so only their keyed hash is stored. */
const mark = (key: string): string => keyedHash('rate', key);
const endOf = (rule: CountRule, now: Date): Date => new Date(now.getTime() + rule.seconds * 1000);
/** Clocks of servers beside each other differ by less. */
const SKEW_MS = 60_000;
/** A window that ends later than any begun by now was begun by a clock that ran ahead: it is over. */
const latestEnd = (rule: CountRule, now: Date): Date => new Date(endOf(rule, now).getTime() + SKEW_MS);
const isOpen = ({ expiresAt }: Pick<RateCount, 'expiresAt'>, rule: CountRule, now: Date): boolean =>
  expiresAt > now && expiresAt <= latestEnd(rule, now);
const secondsUntil = (at: Date, now: Date): number =>
  Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 1000));

/** Seconds to wait before this key may try again; 0 when it may try now. Costs one read. */
export async function countWait(key: string, rule: CountRule, now: Date): Promise<number> {
  const found = await Counts.findById(mark(key)).session(null).lean();
  if (found === null || !isOpen(found, rule, now) || found.points < rule.points) return 0;
  return secondsUntil(found.expiresAt, now);
}

/**
 * Counts one try against a key, in the store: it survives a restart and is shared by all instances. Answers the seconds
 * to wait, or 0 when the try may go on. Mostly it may: that costs one command. A key that is used up costs one read and
 * no write from its second refusal on, so a flood stays cheap. Never part of a transaction around it: a try that was
 * refused, and so undone, has been made all the same.
 */
export function countTry(key: string, rule: CountRule, now: Date): Promise<number> {
  return ifThereIsRoom(
    () => countInStore(key, rule, now),
    () => countHere(key, rule, now),
  );
}

/** While the disk of the store is full: what this process alone was asked. */
const here = new Map<string, Omit<RateCount, '_id'>>();
const MOST_HERE = 10_000;

function countHere(key: string, rule: CountRule, now: Date): number {
  const _id = mark(key);
  const found = here.get(_id);
  if (found === undefined || !isOpen(found, rule, now)) {
    if (here.size >= MOST_HERE) here.clear();
    here.set(_id, { points: 1, expiresAt: endOf(rule, now) });
    return 0;
  }
  if (found.points >= rule.points) return secondsUntil(found.expiresAt, now);
  found.points += 1;
  return 0;
}

async function countInStore(key: string, rule: CountRule, now: Date): Promise<number> {
  const _id = mark(key);
  if (!usedUp.has(_id) && (await countOpen(_id, rule, now))) return 0;
  for (let round = 0; round < 5; round += 1) {
    const found = await Counts.findById(_id).session(null).lean();
    if (found !== null && isOpen(found, rule, now)) {
      if (found.points >= rule.points) {
        if (usedUp.size >= MOST_USED_UP) usedUp.clear();
        usedUp.add(_id);
        return secondsUntil(found.expiresAt, now);
      }
      usedUp.delete(_id);
      if (await countOpen(_id, rule, now)) return 0;
    } else if (await startWindow(_id, rule, now)) {
      return 0;
    }
  }
  return 1; // so many others count the same key at this moment that it had better wait
}

/** Keys that were found used up: only which question is asked first hangs on it, never the answer. */
const usedUp = new Set<string>();
const MOST_USED_UP = 10_000;

/**
 * Counts in a window that is open and not used up. By the native driver, which knows of no transaction around it and does
 * half the work of a mongoose query: every submit begins with this.
 */
async function countOpen(_id: string, rule: CountRule, now: Date): Promise<boolean> {
  const open = {
    _id: _id as never, // the native typings know ObjectId keys only
    ...{ expiresAt: { $gt: now, $lte: latestEnd(rule, now) }, points: { $lt: rule.points } },
  };
  return (await Counts.collection.updateOne(open, { $inc: { points: 1 } })).modifiedCount === 1;
}

/** False when another instance has just started the window: the caller looks again. */
async function startWindow(_id: string, rule: CountRule, now: Date): Promise<boolean> {
  const expiresAt = endOf(rule, now);
  try {
    await Counts.updateOne(
      { _id, $or: [{ expiresAt: { $lte: now } }, { expiresAt: { $gt: latestEnd(rule, now) } }] },
      { $set: { points: 1, expiresAt } },
      { upsert: true },
    ).session(null);
    return true;
  } catch (error) {
    if (duplicateKeyFields(error) === null) throw error;
    return false;
  }
}

/** Takes one counted try back: it turned out well. */
export async function uncountTry(key: string): Promise<void> {
  const counted = { _id: mark(key), points: { $gt: 0 } };
  await ifThereIsRoom(
    () =>
      Counts.updateOne(counted, { $inc: { points: -1 } })
        .session(null)
        .exec(),
    () => null,
  );
}

/** Starts a key afresh: the account's owner has shown who he is, or an administrator unlocked it. */
export async function forgetTries(key: string): Promise<void> {
  await Counts.deleteOne({ _id: mark(key) }).session(null);
}

/** The same counts in the form the route wrapper takes. */
export function storeCounter(clock: { now(): Date }) {
  return { take: (key: string, rule: CountRule): Promise<number> => countTry(key, rule, clock.now()) };
}
