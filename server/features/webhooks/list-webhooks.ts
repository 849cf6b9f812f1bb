import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { WebhookDeliveryView, WebhookView } from '../../core/contract/webhooks.ts';
import { AppError } from '../../platform/app-error.ts';
import { areaLimit } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import type { DeliveryRecord } from './delivery.model.ts';
import { Deliveries } from './delivery.model.ts';
import type { WebhookRecord } from './webhook.model.ts';
import { findWebhook, Webhooks } from './webhook.model.ts';
import { deliveryView, webhookView } from './webhook-view.ts';

/** The webhooks of the reader's areas, the latest first. */
export async function listWebhooks(query: PageQuery, ctx: Ctx): Promise<Page<WebhookView>> {
  const page = await keysetPage<WebhookRecord>(Webhooks, {
    ...{ sorts: { opened: '_id' }, fallback: '-opened', limits: areaLimit(ctx), query },
  });
  return { ...page, items: await Promise.all(page.items.map(webhookView)) };
}

/** What was sent to one of them, the latest first. */
export async function listDeliveries(
  id: string,
  query: PageQuery,
  ctx: Ctx,
): Promise<Page<WebhookDeliveryView>> {
  if ((await findWebhook(id, areaLimit(ctx))) === null) throw new AppError('notFound');
  const page = await keysetPage<DeliveryRecord>(Deliveries, {
    ...{ sorts: { createdAt: 'createdAt' }, fallback: '-createdAt', limits: { webhookId: id }, query },
  });
  return { ...page, items: page.items.map(deliveryView) };
}
