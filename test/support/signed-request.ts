import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { Express } from 'express';
import request from 'supertest';
import type { MachineClientOpened } from '../../server/core/contract/machine-clients.ts';

export interface SignedCall {
  method?: 'post' | 'get';
  /** Below the host, query and all. */
  path: string;
  body?: string;
  time: Date;
  nonce?: string;
  client: MachineClientOpened;
  secret?: string;
  /** Sent in place of what was signed. */
  sentBody?: string;
  sentPath?: string;
}

/** A request as the program of a bank or a device makes it, written from the description of the doors alone. */
export function signedRequest(app: Express, call: SignedCall): request.Test {
  const { method = 'post', path, client, nonce = randomUUID(), secret = client.secret } = call;
  const body = method === 'get' ? '' : (call.body ?? '');
  const time = call.time.toISOString();
  const hash = createHash('sha256').update(body).digest('hex');
  const text = [method.toUpperCase(), path, time, nonce, hash].join('\n');
  const asked = request(app)
    [method](call.sentPath ?? path)
    .set({ host: 'localhost', 'x-client': client.client.id, 'x-time': time, 'x-nonce': nonce })
    .set('x-signature', createHmac('sha256', secret).update(text).digest('hex'));
  return method === 'get' ? asked : asked.set('content-type', 'application/json').send(call.sentBody ?? body);
}
