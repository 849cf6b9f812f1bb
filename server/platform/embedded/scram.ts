import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { Binary, Int32 } from 'bson';
import { StoreError } from './lang/errors.ts';
import { failure, success } from './reply.ts';
import type { Message } from './wire.ts';

export interface Credentials {
  user: string;
  password: string;
}

const ITERATIONS = 15_000;
const BEFORE_SIGN_IN = new Set(['hello', 'isMaster', 'ismaster']);
const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * Stands before a connection that any program of this machine can open: nothing but the greeting is answered
 * until the client has proved by SCRAM-SHA-256 (RFC 5802, RFC 7677) that it knows the password.
 */
export class Gate {
  readonly #credentials: Credentials;
  #open = false;
  #exchange: { clientFirst: string; serverFirst: string; nonce: string; salted: Buffer } | undefined;

  constructor(credentials: Credentials) {
    this.#credentials = credentials;
  }

  get open(): boolean {
    return this.#open;
  }

  /** The reply to a request that may not pass, or undefined when it may. */
  stop({ body }: Message): Buffer | undefined {
    const [command = ''] = Object.keys(body);
    if (BEFORE_SIGN_IN.has(command)) return undefined;
    try {
      if (command === 'saslStart') return this.#start(payloadOf(body['payload']), body['mechanism']);
      if (command === 'saslContinue') return this.#finish(payloadOf(body['payload']));
      if (this.#open) return undefined;
      throw new StoreError(13, `command ${command.slice(0, 60)} requires authentication`);
    } catch (error) {
      return failure(error);
    }
  }

  #start(payload: string, mechanism: unknown): Buffer {
    const clientFirst = payload.slice(3);
    const given = fields(clientFirst);
    if (mechanism !== 'SCRAM-SHA-256' || !payload.startsWith('n,,') || !given.r) throw refused();
    const salt = randomBytes(28);
    const nonce = given.r + randomBytes(24).toString('base64');
    const serverFirst = `r=${nonce},s=${salt.toString('base64')},i=${ITERATIONS}`;
    // A wrong name fails at the end, like a wrong password.
    const password =
      given.n === this.#credentials.user ? this.#credentials.password : randomBytes(16).toString('hex');
    this.#exchange = {
      clientFirst,
      serverFirst,
      nonce,
      salted: pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256'),
    };
    return answer(serverFirst, false);
  }

  #finish(payload: string): Buffer {
    const exchange = this.#exchange;
    this.#exchange = undefined;
    const given = fields(payload);
    if (!exchange || given.c !== 'biws' || given.r !== exchange.nonce || !given.p) throw refused();
    const signed = `${exchange.clientFirst},${exchange.serverFirst},c=biws,r=${exchange.nonce}`;
    const clientKey = hmac(exchange.salted, 'Client Key');
    const signature = hmac(createHash('sha256').update(clientKey).digest(), signed);
    const proof = Buffer.from(given.p, 'base64');
    const expected = Buffer.from(clientKey.map((byte, i) => byte ^ (signature[i] ?? 0)));
    if (proof.length !== expected.length || !timingSafeEqual(proof, expected)) throw refused();
    this.#open = true;
    return answer(`v=${hmac(hmac(exchange.salted, 'Server Key'), signed).toString('base64')}`, true);
  }
}

const refused = (): StoreError => new StoreError(18, 'Authentication failed.');

function answer(payload: string, done: boolean): Buffer {
  return success({ conversationId: new Int32(1), done, payload: new Binary(Buffer.from(payload), 0) });
}

function payloadOf(value: unknown): string {
  if (!(value instanceof Binary) || value.position > 1000) throw refused();
  return Buffer.from(value.buffer.subarray(0, value.position)).toString('utf8');
}

/** `n=…,r=…` as its letters. */
function fields(text: string): { n?: string; r?: string; c?: string; p?: string } {
  return Object.fromEntries(text.split(',').map((part) => [part.slice(0, 1), part.slice(2)]));
}
