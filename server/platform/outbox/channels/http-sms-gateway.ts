import { createHash, createHmac } from 'node:crypto';
import { ChannelAway, Undeliverable } from './channel.ts';
import type { SmsGateway } from './sms.ts';

export interface SmsSettings {
  url: string;
  /** Names the secret to the gateway. */
  key: string;
  secret: string;
  /** The registered signature 短信签名 the gateway sends under. */
  sign: string;
}

/** Well below the longest a row is held, so that no second worker sends while the first still waits. */
const PATIENCE_MS = 15_000;

/** Answers about this very message; whatever else is wrong is the gateway's or the setting's and passes. */
const REFUSED_FOR_GOOD = new Set([400, 410, 413, 422]);

/**
 * Text messages through one HTTPS address: POST `{ id, phone, text, sign, template }`, signed with
 * HMAC-SHA256(secret, method LF path LF time LF SHA-256 of the body in hex). The gateway, or an adapter in front of a
 * provider, checks signature and time, drops an `id` it has seen and answers 2xx once it has taken the message.
 */
export function httpSmsGateway(settings: SmsSettings, patienceMs: number = PATIENCE_MS): SmsGateway {
  const { url, key, secret, sign } = settings;
  const { pathname, search } = new URL(url);
  return {
    send: async ({ phone, text, messageId, template, at }) => {
      const body = JSON.stringify({ id: messageId, phone, text, sign, template });
      const time = at.toISOString();
      const digest = createHash('sha256').update(body).digest('hex');
      const signed = ['POST', `${pathname}${search}`, time, digest].join('\n');
      const status = await post(url, body, patienceMs, {
        'content-type': 'application/json; charset=utf-8',
        'idempotency-key': messageId,
        'x-anxin-key': key,
        'x-anxin-time': time,
        'x-anxin-signature': createHmac('sha256', secret).update(signed).digest('hex'),
      });
      if (status >= 200 && status < 300) return;
      const words = `the text-message gateway answered ${status}`;
      throw REFUSED_FOR_GOOD.has(status) ? new Undeliverable(words) : new Error(words);
    },
  };
}

/** The status alone: what a gateway writes beside it may repeat the number or the words. */
async function post(
  url: string,
  body: string,
  patienceMs: number,
  headers: Record<string, string>,
): Promise<number> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual', // a number is not sent on to wherever an answer points
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.body?.cancel();
    return answer.status;
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    throw new ChannelAway(
      late ? 'the text-message gateway was too slow' : 'the text-message gateway cannot be reached',
      {
        cause: error,
      },
    );
  }
}
