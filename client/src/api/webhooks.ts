import type { Page } from '@core/contract/page.ts';
import type {
  OpenWebhook,
  WebhookDeliveryView,
  WebhookOpened,
  WebhookState,
  WebhookView,
} from '@core/contract/webhooks.ts';
import { http, type Query } from './http.ts';

const PATH = '/webhooks';

export const listWebhooks = (query: Query, signal?: AbortSignal): Promise<Page<WebhookView>> =>
  http.get(PATH, query, signal);
export const openWebhook = (body: OpenWebhook, idempotencyKey: string): Promise<WebhookOpened> =>
  http.post(PATH, body, { idempotencyKey });
export const switchWebhook = ({ id, version }: WebhookView, state: WebhookState): Promise<WebhookView> =>
  http.post(`${PATH}/${id}/switch`, { state }, { version });
export const renewWebhookSecret = ({ id, version }: WebhookView): Promise<WebhookOpened> =>
  http.post(`${PATH}/${id}/secret`, undefined, { version });
export const pingWebhook = (id: string): Promise<WebhookDeliveryView> => http.post(`${PATH}/${id}/ping`);
export const listWebhookDeliveries = (
  id: string,
  query: Query,
  signal?: AbortSignal,
): Promise<Page<WebhookDeliveryView>> => http.get(`${PATH}/${id}/deliveries`, query, signal);
export const sendWebhookAgain = (id: string): Promise<WebhookDeliveryView> =>
  http.post(`/webhook-deliveries/${id}/send-again`);
