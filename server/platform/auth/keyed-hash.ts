import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

let key: Buffer | null = null;

/** Sets the key of this installation; every instance is given the same secret. Called once at start-up. */
export function configureKeyedHash(secret: string): void {
  key = Buffer.from(hkdfSync('sha256', secret, '', 'anxin keyed hash', 32));
}

/**
 * One-way mark of a short secret (a one-time code, a token, a counter's key) that cannot be guessed back without this
 * installation's key. `purpose` keeps marks of one use from serving in another.
 */
export function keyedHash(purpose: string, text: string): string {
  if (key === null) throw new Error('configureKeyedHash has not been called');
  return createHmac('sha256', key).update(`${purpose}\n${text}`).digest('base64url');
}

/** Equal, in a time that does not tell how far they agree. */
export function sameMark(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Unguessable text for links: 32 random bytes. */
export const randomToken = (): string => randomBytes(32).toString('base64url');
