import type { WebhookDeliveryView, WebhookView } from '../../core/contract/webhooks.ts';
import { machineClientRefs } from '../machine-clients/index.ts';
import type { DeliveryRecord } from './delivery.model.ts';
import { standingOf } from './delivery.model.ts';
import type { WebhookRecord } from './webhook.model.ts';

export async function webhookView(webhook: WebhookRecord): Promise<WebhookView> {
  const { clientId, departmentCode } = webhook;
  const clients = clientId === undefined ? new Map() : await machineClientRefs([clientId]);
  const client = clientId === undefined ? undefined : clients.get(clientId);
  const { parked, latest } = await standingOf(String(webhook._id));
  return {
    id: String(webhook._id),
    version: webhook.version,
    name: webhook.name,
    ...(clientId === undefined ? {} : { clientId }),
    ...(client === undefined ? {} : { clientName: client.name }),
    ...(departmentCode === undefined ? {} : { departmentCode }),
    areaCode: webhook.areaCode,
    url: webhook.url,
    events: [...webhook.events],
    state: webhook.state,
    createdAt: webhook.createdAt.toISOString(),
    ...(latest === null
      ? {}
      : { last: { state: latest.state, at: (latest.sentAt ?? latest.createdAt).toISOString() } }),
    parked,
  };
}

export function deliveryView(one: DeliveryRecord): WebhookDeliveryView {
  const { dueAt, sentAt, status, answer, lastError } = one;
  return {
    ...{ id: one._id, kind: one.body.kind, body: one.body, state: one.state, attempts: one.attempts },
    createdAt: one.createdAt.toISOString(),
    ...(dueAt === undefined ? {} : { dueAt: dueAt.toISOString() }),
    ...(sentAt === undefined ? {} : { sentAt: sentAt.toISOString() }),
    ...(status === undefined ? {} : { status }),
    ...(answer === undefined ? {} : { answer }),
    ...(lastError === undefined ? {} : { lastError }),
  };
}
