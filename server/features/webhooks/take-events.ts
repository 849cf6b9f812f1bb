import { numberIn, webhookEventOf } from '../../core/webhooks/webhook-event-of.ts';
import type { EventDoc } from '../../platform/audit/index.ts';
import { Events, retryWhenTaken, sealedAfter } from '../../platform/audit/index.ts';
import { inTransaction } from '../../platform/db.ts';
import { machineClientRefs } from '../machine-clients/index.ts';
import type { DeliveryRecord } from './delivery.model.ts';
import { Deliveries, newDelivery } from './delivery.model.ts';
import { findPosition, movePosition } from './position.model.ts';
import type { WebhookRecord } from './webhook.model.ts';
import { findWebhooksOn } from './webhook.model.ts';

const BATCH = 200;

/**
 * Makes deliveries of what the chain of events has told since the last time. Deliveries and the position in the chain
 * are written together: whenever this process is killed, no event is left out and none is queued twice.
 */
export async function takeEvents(now: Date): Promise<{ queued: number }> {
  let queued = 0;
  for (;;) {
    const { count, isEnd } = await inTransaction(() => takeBatch(now));
    queued += count;
    if (isEnd) return { queued };
  }
}

async function takeBatch(now: Date): Promise<{ count: number; isEnd: boolean }> {
  const position = await findPosition();
  if (position === null) return { count: 0, isEnd: true };
  const sealed = await sealedAfter(position, BATCH);
  if (sealed.events.length === 0 && sealed.position.day === position.day) return { count: 0, isEnd: true };
  const made = await deliveriesOf(sealed.events, now);
  if (made.length > 0) await Deliveries.insertMany(made).catch(retryWhenTaken);
  const isMoved = await movePosition(position.version, sealed.position).catch(retryWhenTaken);
  if (!isMoved) throw new Error('another process has read the chain meanwhile');
  return { count: made.length, isEnd: sealed.isEnd };
}

/** What each of these events is to whom: those who asked for its kind, of its area, since they asked. */
async function deliveriesOf(events: readonly EventDoc[], now: Date): Promise<DeliveryRecord[]> {
  const told = events.flatMap((event) => {
    const one = webhookEventOf(event);
    return one === null ? [] : [{ event, ...one }];
  });
  const webhooks = told.length === 0 ? [] : await listening();
  const made: DeliveryRecord[] = [];
  for (const { event, kind, state } of told) {
    const asked = webhooks.filter(
      (one) =>
        one.events.includes(kind) && event.areaCode.startsWith(one.areaCode) && event.at >= one.createdAt,
    );
    if (asked.length === 0) continue;
    const { subject, day, areaCode: area } = event;
    const id = subject.slice(subject.indexOf(':') + 1);
    const body = { kind, id, number: await numberOf(event), day, state, area };
    for (const { _id, areaCode } of asked)
      made.push(newDelivery({ id: String(_id), areaCode }, String(event._id), body, now));
  }
  return made;
}

/** Webhooks that are on, and whose program has not been shut out. */
async function listening(): Promise<WebhookRecord[]> {
  const on = await findWebhooksOn();
  const clients = await machineClientRefs(on.flatMap(({ clientId }) => clientId ?? []));
  return on.filter(({ clientId }) => clientId === undefined || clients.get(clientId)?.isActive === true);
}

/** As the record's own chain told it up to this event (index subject+seq). */
async function numberOf({ subject, seq }: EventDoc): Promise<string | null> {
  const before = await Events.find({ subject, seq: { $lte: seq } }, { facts: 1 })
    .sort({ seq: 1 })
    .lean();
  return numberIn(before.map(({ facts }) => facts));
}
