import type { Ctx } from '../context.ts';
import { inTransaction } from '../db.ts';
import type { OutboxDoc } from './outbox.models.ts';
import type { TemplateName } from './templates.ts';

type Listener = (key: string, ctx: Ctx) => Promise<void>;

const listeners = new Map<string, Listener>();

/**
 * A feature for which it matters on which day its message went out says here what becomes of that: a text waits for the
 * morning, for a gateway that is away or for a worker that stood still. It runs in the transaction that marks the message
 * as sent, with that moment as its now, perhaps more than once, and touches nothing but the store.
 */
export function onDelivered(template: TemplateName, listener: Listener): void {
  listeners.set(template, listener);
}

/** Marks a message as sent; together with what its feature makes of it, where there is one that listens. */
export function markingSent(
  { template, key }: Pick<OutboxDoc, 'template' | 'key'>,
  mark: () => Promise<boolean>,
  ctx: Ctx,
): Promise<boolean> {
  const listener = listeners.get(template);
  if (listener === undefined) return mark();
  return inTransaction(async () => {
    const isOurs = await mark();
    if (isOurs) await listener(key, ctx);
    return isOurs;
  });
}
