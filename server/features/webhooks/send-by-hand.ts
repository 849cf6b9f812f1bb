import mongoose from 'mongoose';
import type { WebhookDeliveryView, WebhookKind } from '../../core/contract/webhooks.ts';
import { WEBHOOK_TEST } from '../../core/contract/webhooks.ts';
import { AppError } from '../../platform/app-error.ts';
import { areaLimit } from '../../platform/area-limit.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import type { DeliveryRecord } from './delivery.model.ts';
import { Deliveries, newDelivery } from './delivery.model.ts';
import { findWebhook } from './webhook.model.ts';
import { deliveryView } from './webhook-view.ts';

/** Sends something that says nothing, to see whether it arrives. */
export async function pingWebhook(id: string, ctx: Ctx): Promise<WebhookDeliveryView> {
  return inTransaction(async () => {
    const webhook = await findWebhook(id, areaLimit(ctx));
    if (webhook === null) throw new AppError('notFound');
    if (webhook.state === 'off') throw new AppError('conflict', { state: 'off' });
    const { areaCode } = webhook;
    const kind: WebhookKind = WEBHOOK_TEST;
    const test = { kind, id, number: null, day: ctx.today, state: 'test', area: areaCode };
    const made = newDelivery({ id, areaCode }, String(new mongoose.Types.ObjectId()), test, ctx.now);
    await Deliveries.create(made);
    return deliveryView(made);
  });
}

/** Puts a delivery that was given up back into the queue, with a whole day of tries before it and the same id. */
export async function sendAgain(id: string, ctx: Ctx): Promise<WebhookDeliveryView> {
  return inTransaction(async () => {
    const limits = areaLimit(ctx);
    const row = await Deliveries.findOneAndUpdate(
      { $and: [{ _id: id, state: 'parked' }, limits] },
      { $set: { state: 'waiting', attempts: 0, dueAt: ctx.now, firstAt: ctx.now } },
      { returnDocument: 'after' },
    ).lean<DeliveryRecord>();
    if (row === null) {
      const isThere = await Deliveries.findOne({ $and: [{ _id: id }, limits] }, { _id: 1 }).lean();
      throw new AppError(isThere === null ? 'notFound' : 'conflict');
    }
    const { webhookId, areaCode } = row;
    const subject = `webhook:${webhookId}` as const;
    await appendEvent({ subject, areaCode, action: 'webhook.sentAgain', facts: { delivery: id } }, ctx);
    return deliveryView(row);
  });
}
