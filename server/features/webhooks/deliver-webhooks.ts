import { createHmac } from 'node:crypto';
import { WEBHOOK_HEADERS } from '../../core/contract/webhooks.ts';
import { nextTry } from '../../core/webhooks/next-try.ts';
import { elapsed } from '../../platform/clock.ts';
import { errorSentence } from '../../platform/jobs/index.ts';
import { postOnce } from '../../platform/outbound/index.ts';
import { machineClientRefs } from '../machine-clients/index.ts';
import type { Claim, Tried } from './delivery.model.ts';
import { claimDelivery, noteTry, whileClaimed } from './delivery.model.ts';
import type { WebhookRecord } from './webhook.model.ts';
import { findWebhook, secretOf } from './webhook.model.ts';

export interface DeliverWebhooks {
  now: Date;
  /** Draws the lots of the waits. */
  random?: () => number;
  patienceMs?: number;
  /** Another lease than the usual, for tests. */
  leaseMs?: number;
}
export interface WebhooksDelivered {
  sent: number;
  retried: number;
  parked: number;
}

const LANES = 4;
const MOST = 500;
const PATIENCE_MS = 5_000;
const KEPT = 200;
/** More than a day of waits has room for: the rest of them ended with the death of whoever tried. */
export const MOST_TRIES = 32;

/**
 * Sends what is due. At least once: a process killed between sending and noting it leaves a lease that runs out in
 * seconds, and the next one sends again under the same delivery id. Any number of workers may run this at once.
 */
export async function deliverWebhooks(deps: DeliverWebhooks): Promise<WebhooksDelivered> {
  const started = elapsed();
  const at = (): Date => new Date(deps.now.getTime() + Math.floor(elapsed() - started));
  const counts: WebhooksDelivered = { sent: 0, retried: 0, parked: 0 };
  let left = MOST;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const claim = await claimDelivery(at(), deps.leaseMs);
      if (claim === null) return;
      const outcome = await deliverOne(claim, at, deps);
      if (outcome !== null) counts[outcome] += 1;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return counts;
}

/** One claimed delivery to its end; null when another worker took it over meanwhile. */
async function deliverOne(
  claim: Claim,
  at: () => Date,
  { random = Math.random, patienceMs = PATIENCE_MS, leaseMs }: DeliverWebhooks,
): Promise<keyof WebhooksDelivered | null> {
  const park = async (lastError: string) =>
    (await noteTry(claim, { lastError }, 'parked')) ? ('parked' as const) : null;
  // Whatever killed the process that many times would go on killing it.
  if (claim.attempts > MOST_TRIES) return park('the worker stopped in too many tries');
  const webhook = await listeningOf(claim);
  if (webhook === null) return park('the webhook is switched off');
  const tried = await whileClaimed(claim, at, () => send(webhook, claim, at(), patienceMs), leaseMs);
  if (tried.lastError === undefined) return (await noteTry(claim, tried, { sentAt: at() })) ? 'sent' : null;
  const { firstAt, attempts } = claim;
  const next = nextTry({ firstAt: firstAt.getTime(), attempts }, at().getTime(), random);
  const isNoted = await noteTry(claim, tried, next === null ? 'parked' : { dueAt: new Date(next) });
  if (!isNoted) return null;
  return next === null ? 'parked' : 'retried';
}

/** The webhook while it is on and its program is let in. */
async function listeningOf({ webhookId }: Claim): Promise<WebhookRecord | null> {
  const webhook = await findWebhook(webhookId, {});
  if (webhook === null || webhook.state === 'off') return null;
  const { clientId } = webhook;
  if (clientId === undefined) return webhook;
  return (await machineClientRefs([clientId])).get(clientId)?.isActive === true ? webhook : null;
}

async function send(
  webhook: WebhookRecord,
  { _id, body }: Claim,
  at: Date,
  patienceMs: number,
): Promise<Tried> {
  const text = JSON.stringify(body);
  const time = at.toISOString();
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    [WEBHOOK_HEADERS.delivery]: _id,
    [WEBHOOK_HEADERS.event]: body.kind,
    [WEBHOOK_HEADERS.time]: time,
    [WEBHOOK_HEADERS.signature]: signatureOf(secretOf(webhook), time, text),
  };
  try {
    const { status, answer } = await postOnce(webhook.url, text, headers, patienceMs);
    const kept = { status, answer: errorSentence(answer).slice(0, KEPT) };
    return status >= 200 && status < 300 ? kept : { ...kept, lastError: `answered ${status}` };
  } catch (error) {
    return { lastError: errorSentence(error) };
  }
}

/** HMAC-SHA256 in hex over the time, a line feed and the body: what the other side computes to know that it is us. */
export const signatureOf = (secret: string, time: string, body: string): string =>
  createHmac('sha256', secret).update(`${time}\n${body}`).digest('hex');
