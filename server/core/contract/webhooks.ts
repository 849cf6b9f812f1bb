/*
 * What is told to the systems of banks, departments and others when something happens here.
 *
 * GET  /api/webhooks                          Page<WebhookView>
 * POST /api/webhooks                          OpenWebhook → WebhookOpened (idempotent, 201); the secret is shown once
 * POST /api/webhooks/:id/switch               SwitchWebhook (If-Match)
 * POST /api/webhooks/:id/secret               a new secret → WebhookOpened (If-Match); the old one ends at once
 * POST /api/webhooks/:id/ping                 queues a test delivery (idempotent, 201) → WebhookDeliveryView
 * GET  /api/webhooks/:id/deliveries           Page<WebhookDeliveryView>, the latest first
 * POST /api/webhook-deliveries/:id/send-again of a parked one (idempotent)
 *
 * What arrives: POST, JSON WebhookBody, with the headers of WEBHOOK_HEADERS. The signature is HMAC-SHA256 in hex over
 * the time, a line feed and the bytes of the body. Answer 2xx within five seconds. At least once: the same delivery id
 * may come again.
 */

export const WEBHOOK_EVENTS = [
  'complaint.received',
  'complaint.accepted',
  'complaint.closed',
  'case.opened',
  'case.closed',
  'listing.decided',
  'listing.removed',
  'certificate.issued',
  'certificate.revoked',
  'alert.raised',
  'alert.ended',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
/** What an administrator sends to see whether it arrives. */
export const WEBHOOK_TEST = 'test';
export type WebhookKind = WebhookEvent | typeof WEBHOOK_TEST;

export const WEBHOOK_HEADERS = {
  delivery: 'x-anxin-delivery',
  event: 'x-anxin-event',
  time: 'x-anxin-time',
  signature: 'x-anxin-signature',
} as const;

/** What is sent: which record, and where it stands. Nothing of any person, nothing anybody wrote. */
export interface WebhookBody {
  delivery: string;
  kind: WebhookKind;
  /** Of the record here; of a test that of the webhook. */
  id: string;
  /** Receipt, case, decision or certificate number; null where the record has none. */
  number: string | null;
  day: string;
  state: string;
  area: string;
}

export const WEBHOOK_STATES = ['on', 'off'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];
/** `parked`: given up after a day; sent again by hand. */
export const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'parked'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface WebhookView {
  id: string;
  version: number;
  name: string;
  clientId?: string;
  clientName?: string;
  departmentCode?: string;
  areaCode: string;
  url: string;
  events: WebhookEvent[];
  state: WebhookState;
  createdAt: string;
  /** How the last one went. */
  last?: { state: DeliveryState; at: string };
  parked: number;
}

/** For a machine client or for a department, of which one is named. */
export interface OpenWebhook {
  name: string;
  clientId?: string;
  departmentCode?: string;
  areaCode: string;
  url: string;
  events: WebhookEvent[];
}
export interface SwitchWebhook {
  state: WebhookState;
}
export interface WebhookOpened {
  webhook: WebhookView;
  secret: string;
}

export interface WebhookDeliveryView {
  id: string;
  kind: WebhookKind;
  body: WebhookBody;
  state: DeliveryState;
  attempts: number;
  createdAt: string;
  /** The next try, while it waits. */
  dueAt?: string;
  sentAt?: string;
  /** Of the last try: the HTTP status, the beginning of the answer, or why there was none. */
  status?: number;
  answer?: string;
  lastError?: string;
}
