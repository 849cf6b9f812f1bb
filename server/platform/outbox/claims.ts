import { randomUUID } from 'node:crypto';
import type { OutboxChannel } from '../../core/contract/operations.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import { systemCtx } from '../context.ts';
import type { Ctx } from '../context.ts';
import { currentSession, inTransaction } from '../db.ts';
import { leaseEnd, whileHeld } from '../while-held.ts';
import { markingSent } from './delivered.ts';
import { afterQuietHours, enqueue } from './enqueue.ts';
import type { OutboxDoc } from './outbox.models.ts';
import { Outbox } from './outbox.models.ts';
import { quietUntil } from './quiet-hours.ts';
import { outboxSettings } from './settings.ts';
import { endHeardOf, tellUndelivered } from './undelivered.ts';

/** Whoever has a message in hand says so three times a lease; once he has gone silent another worker takes it over. */
export const LEASE_MS = 12_000;
/** A delivery that never ends is given to another worker as well: no channel may take so long. */
const LONGEST_MS = 60_000;

export type Claim = OutboxDoc & { leaseId: string };

/**
 * Takes a channel's longest due row, or one whose worker did not come back, for the length of a lease. By the native
 * driver, as `markSent`: both are done for every message, and cost half of a mongoose query.
 */
export async function claimDue(at: Date, channel: OutboxChannel, leaseMs = LEASE_MS): Promise<Claim | null> {
  const leaseId = randomUUID();
  const row = await Outbox.collection.findOneAndUpdate(
    { channel, dueAt: { $lte: at } },
    { $set: { state: 'sending', leaseId, dueAt: leaseEnd(at, leaseMs) }, $inc: { attempts: 1 } },
    { sort: { dueAt: 1, _id: 1 }, returnDocument: 'after' },
  );
  return row === null ? null : { ...(row as OutboxDoc), leaseId }; // what the schema wrote
}

/** Keeps a claimed row claimed while work on it lasts. */
export const whileClaimed = <T>(
  { _id, leaseId }: Claim,
  at: () => Date,
  work: () => Promise<T>,
  leaseMs = LEASE_MS,
): Promise<T> =>
  whileHeld(
    {
      ...{ at, leaseMs, longestMs: LONGEST_MS },
      renew: (dueAt) => Outbox.collection.updateOne({ _id, leaseId }, { $set: { dueAt } }),
    },
    work,
  );

/** Puts off what fell due but may not be sent now; a worker that comes late must not wake anybody either. */
export async function postponeQuiet(at: Date): Promise<number> {
  const until = quietUntil(at, outboxSettings().quietHours);
  if (until === null) return 0;
  const done = await Outbox.updateMany(
    { dueAt: { $lte: at }, urgent: false, channel: { $in: ['mail', 'sms'] } },
    { $set: { state: 'waiting', dueAt: until }, $unset: { leaseId: 1 } },
  );
  return done.modifiedCount;
}

/** Marks a delivered row, if the lease is still ours, and drops its content. */
export function markSent(row: Claim, at: Date): Promise<boolean> {
  const { _id, leaseId } = row;
  const mark = async (): Promise<boolean> => {
    const session = currentSession();
    const done = await Outbox.collection.updateOne(
      { _id, leaseId },
      { $set: { state: 'sent', sentAt: at }, $unset: { dueAt: 1, leaseId: 1, payload: 1, lastError: 1 } },
      session === null ? {} : { session },
    );
    return done.modifiedCount === 1;
  };
  return markingSent(row, mark, ctxAt(at));
}

/**
 * Ends the text messages of an installation that sends none, also what waits for the morning: no try, no bell, and no
 * content kept, so that nothing old goes out once a gateway is set. What another worker has in hand is left to him.
 */
export async function endSwitchedOff(at: Date): Promise<number> {
  const which = { $or: [{ state: 'waiting' as const }, { dueAt: { $lte: at } }] };
  const end = {
    $set: { state: 'switchedOff', endedAt: at },
    $unset: { dueAt: 1, leaseId: 1, payload: 1, lastError: 1 },
  } as const;
  const heard = await endHeardOf('sms', which, end, ctxAt(at));
  const done = await Outbox.updateMany({ channel: 'sms', dueAt: { $exists: true }, ...which }, end);
  return heard + done.modifiedCount;
}

const ctxAt = (at: Date): Ctx => systemCtx('outbox', { now: at, today: toShanghaiDay(at.getTime()) });

/** A try that met no server is no try of this message and is taken back. */
export async function retryLater(
  row: Claim,
  at: Date,
  lastError: string,
  counts: 'counted' | 'uncounted' = 'counted',
): Promise<boolean> {
  const { _id, leaseId } = row;
  const done = await Outbox.updateOne(
    { _id, leaseId },
    {
      $set: { state: 'waiting', dueAt: afterQuietHours(at, row), lastError },
      $unset: { leaseId: 1 },
      ...(counts === 'counted' ? {} : { $inc: { attempts: -1 } }),
    },
  );
  return done.modifiedCount === 1;
}

/** Gives up on a row and tells the admins by bell, and the feature that counted somebody as told by it, together. */
export async function giveUp(
  { _id, leaseId, template, channel, round, key }: Claim,
  at: Date,
  lastError: string,
): Promise<boolean> {
  const ctx = ctxAt(at);
  // A message about a failed message would breed itself.
  const admins = template === 'outboxFailed' ? [] : ((await outboxSettings().findAdmins?.()) ?? []);
  return inTransaction(async () => {
    const done = await Outbox.updateOne(
      { _id, leaseId },
      { $set: { state: 'failed', lastError }, $unset: { dueAt: 1, leaseId: 1 } },
    );
    if (done.modifiedCount === 0) return false;
    await tellUndelivered({ template, key, round }, ctx);
    for (const userId of admins) {
      await enqueue(
        {
          template: 'outboxFailed',
          to: { userId },
          channel: 'inApp',
          data: { template, channel },
          link: '/operations/outbox?state=failed',
          key: `outboxFailed:${String(_id)}:${round}:${userId}`,
        },
        ctx,
      );
    }
    return true;
  });
}
