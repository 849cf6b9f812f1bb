import type { OutboxChannel } from '../../core/contract/operations.ts';
import type { Ctx } from '../context.ts';
import { inTransaction } from '../db.ts';
import type { OutboxDoc } from './outbox.models.ts';
import { Outbox } from './outbox.models.ts';
import type { TemplateName } from './templates.ts';

type Listener = (key: string, ctx: Ctx) => Promise<void>;

const listeners = new Map<string, Listener>();

/**
 * A feature by whose message somebody counts as told says here what becomes of that when the message is given up. It
 * runs inside the transaction that gives up, perhaps more than once, and touches nothing but the store; by the key it
 * knows which message it was. Called once for each template, at start-up.
 */
export function onUndelivered(template: TemplateName, listener: Listener): void {
  listeners.set(template, listener);
}

/** A message that is tried again by hand and given up once more is no news. */
export async function tellUndelivered(
  { template, key, round }: Pick<OutboxDoc, 'template' | 'key' | 'round'>,
  ctx: Ctx,
): Promise<void> {
  if (round === 0) await listeners.get(template)?.(key, ctx);
}

/** Templates of which somebody hears when they end unsent. */
const heardOf = (): string[] => [...listeners.keys()];

/** Ends the rows of a channel that somebody must hear of, one after the other; the rest may be ended together. */
export async function endHeardOf(
  channel: OutboxChannel,
  which: object,
  end: object,
  ctx: Ctx,
): Promise<number> {
  const filter = { channel, dueAt: { $exists: true }, template: { $in: heardOf() }, ...which };
  let ended = 0;
  while ((await Outbox.exists(filter)) !== null)
    ended += await inTransaction(async () => {
      const row = await Outbox.findOneAndUpdate(filter, end).lean();
      if (row === null) return 0; // another worker was faster
      await tellUndelivered(row, ctx);
      return 1;
    });
  return ended;
}

/** Keys that begin so, of messages that have not gone out yet and still may (index key). */
export async function findWaitingKeys(prefix: string, channel: OutboxChannel): Promise<string[]> {
  const range = { key: { $gte: prefix, $lt: `${prefix}\uffff` } };
  const waiting = { ...range, channel, state: { $in: ['waiting', 'sending'] } } as const;
  return (await Outbox.find(waiting, { key: 1 }).lean()).map(({ key }) => key);
}
