import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { AppError } from '../app-error.ts';
import { sameMark } from '../auth/index.ts';

/** A clock that is off by more is no proof that the request is new. */
export const SIGNATURE_WINDOW_MS = 5 * 60_000;

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const EMPTY = sha256('');

/** Of bodies that were signed: their hash is taken of the very bytes, before anything reads them. */
const hashes = new WeakMap<IncomingMessage, string>();

export const isSigned = (req: IncomingMessage): boolean => req.headers['x-signature'] !== undefined;

export function keepBodyHash(req: IncomingMessage, bytes: Buffer): void {
  if (isSigned(req)) hashes.set(req, sha256(bytes));
}

export interface SignedParts {
  client: string;
  nonce: string;
  time: Date;
  signature: string;
  /** What was signed. */
  text: string;
}

/** The parts of a signed request, of the right form and of these minutes. */
export function signedParts(req: IncomingMessage & { originalUrl: string }, now: Date): SignedParts {
  const part = (name: string): string => String(req.headers[name] ?? '');
  const [client, nonce, signature] = [part('x-client'), part('x-nonce'), part('x-signature')];
  const time = part('x-time');
  const moment = new Date(/^\d{4}-\d\d-\d\dT[\d:.]{5,15}(?:Z|[+-]\d\d:\d\d)$/.test(time) ? time : NaN);
  if (!/^[0-9a-f]{24}$/.test(client) || !/^[0-9a-f]{64}$/.test(signature)) throw wrongSignature('signature');
  if (!/^[\w-]{16,64}$/.test(nonce)) throw wrongSignature('nonce');
  if (Number.isNaN(moment.getTime())) throw wrongSignature('time');
  if (Math.abs(moment.getTime() - now.getTime()) > SIGNATURE_WINDOW_MS)
    throw new AppError('signatureExpired');
  const text = signedText(req.method ?? '', req.originalUrl, time, nonce, hashes.get(req) ?? EMPTY);
  return { client, nonce, time: moment, signature, text };
}

export const signedText = (
  method: string,
  address: string,
  time: string,
  nonce: string,
  bodyHash: string,
): string => [method.toUpperCase(), address, time, nonce, bodyHash].join('\n');

export const holds = (secret: string, { text, signature }: SignedParts): boolean =>
  sameMark(createHmac('sha256', secret).update(text).digest('hex'), signature);

const WHY = {
  signature: ['签名、客户端编号或密钥不对', 'signature, client or secret'],
  time: ['时间格式不对', 'the time is malformed'],
  nonce: ['随机数格式不对', 'the nonce is malformed'],
} as const;

/** An unknown client, an ended one and a wrong secret sound the same. */
export function wrongSignature(what: keyof typeof WHY): AppError {
  const [why, whyEn] = WHY[what];
  return new AppError('wrongSignature', { why, whyEn });
}
