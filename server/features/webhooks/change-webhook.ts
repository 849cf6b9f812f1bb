import type { SwitchWebhook, WebhookOpened, WebhookView } from '../../core/contract/webhooks.ts';
import { AppError } from '../../platform/app-error.ts';
import { areaLimit } from '../../platform/area-limit.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import { randomToken } from '../../platform/auth/keyed-hash.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import type { WebhookRecord } from './webhook.model.ts';
import { changeWebhook, findWebhook } from './webhook.model.ts';
import { webhookView } from './webhook-view.ts';

interface Target {
  id: string;
  version: number;
}

/** Switches it off, or on again: what happens while it is off is not told afterwards. */
export async function switchWebhook(
  { state, ...target }: Target & SwitchWebhook,
  ctx: Ctx,
): Promise<WebhookView> {
  return inTransaction(async () => {
    const webhook = await changed(target, { state }, ctx);
    await record(webhook, state === 'on' ? 'webhook.switchedOn' : 'webhook.switchedOff', ctx);
    return webhookView(webhook);
  });
}

/** Gives it a new secret, shown once; from now on everything is signed with it, also what waits. */
export async function renewSecret(target: Target, ctx: Ctx): Promise<WebhookOpened> {
  const secret = randomToken();
  return inTransaction(async () => {
    const webhook = await changed(target, { secret }, ctx);
    await record(webhook, 'webhook.secretRenewed', ctx);
    return { webhook: await webhookView(webhook), secret };
  });
}

async function changed(
  { id, version }: Target,
  change: SwitchWebhook | { secret: string },
  ctx: Ctx,
): Promise<WebhookRecord> {
  const webhook = await findWebhook(id, areaLimit(ctx));
  if (webhook === null) throw new AppError('notFound');
  if ('state' in change && change.state === webhook.state && webhook.version === version)
    throw new AppError('conflict');
  const after = await changeWebhook(webhook._id, version, change);
  if (after === null) throw new AppError('staleVersion');
  return after;
}

async function record({ _id, areaCode }: WebhookRecord, action: string, ctx: Ctx): Promise<void> {
  await appendEvent({ subject: `webhook:${String(_id)}`, areaCode, action, facts: {} }, ctx);
}
