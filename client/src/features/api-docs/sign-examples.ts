/** How a program signs a request, to be copied; the names are those the doors read. */
export const SHELL_EXAMPLE = `CLIENT=0123456789abcdef01234567
SECRET='…'
ADDRESS='/api/machine/punches'
BODY='{"batchId":"gate-3-000001","projectCode":"1234567890","punches":[{"enrolmentId":"0123456789abcdef01234567","at":"2026-01-31T08:00:00+08:00","direction":"in"}]}'
TIME=$(date -u +%Y-%m-%dT%H:%M:%SZ)
NONCE=$(openssl rand -hex 16)
HASH=$(printf '%s' "$BODY" | openssl dgst -sha256 -r | cut -d' ' -f1)
SIGNATURE=$(printf 'POST\\n%s\\n%s\\n%s\\n%s' "$ADDRESS" "$TIME" "$NONCE" "$HASH" |
  openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)
curl -sS "https://HOST$ADDRESS" -H 'content-type: application/json' \\
  -H "x-client: $CLIENT" -H "x-time: $TIME" -H "x-nonce: $NONCE" \\
  -H "x-signature: $SIGNATURE" -H "idempotency-key: $NONCE" --data-binary "$BODY"`;

export const NODE_EXAMPLE = `import { createHash, createHmac, randomUUID } from 'node:crypto';

export async function send(host, { client, secret }, method, address, body = '') {
  const time = new Date().toISOString();
  const nonce = randomUUID();
  const hash = createHash('sha256').update(body).digest('hex');
  const text = [method, address, time, nonce, hash].join('\\n');
  const signature = createHmac('sha256', secret).update(text).digest('hex');
  return fetch(host + address, {
    method,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': nonce,
      'x-client': client,
      'x-time': time,
      'x-nonce': nonce,
      'x-signature': signature,
    },
    ...(body === '' ? {} : { body }),
  });
}`;
