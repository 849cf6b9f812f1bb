import { Buffer } from 'node:buffer';
import type { KeyObject } from 'node:crypto';
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { signedText } from './links.ts';

interface SigningKey {
  privateKey: KeyObject;
  publicPem: string;
  keyId: string;
}
let current: SigningKey | undefined;

/** Called once at start-up with config.secrets (Ed25519, PKCS #8 PEM). */
export function configureAudit(secrets: { eventSigningKeyPem: string }): void {
  const privateKey = createPrivateKey(secrets.eventSigningKeyPem);
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw new Error('The event signing key must be an Ed25519 key');
  const publicKey = createPublicKey(privateKey);
  current = { privateKey, publicPem: pemOf(publicKey), keyId: keyIdOf(publicKey) };
}

function key(): SigningKey {
  if (current === undefined)
    throw new Error('The signing key is not configured: call configureAudit at start-up');
  return current;
}

/** The public half, SPKI PEM, as the public page shows it. */
export const publicKeyPem = (): string => key().publicPem;

/** First 16 hex digits of SHA-256 over the public key (SPKI DER). */
export const publicKeyId = (): string => key().keyId;

/** Signs one day's root; base64. */
export function signRoot(day: string, rootHash: string): string {
  return sign(null, Buffer.from(signedText(day, rootHash), 'utf8'), key().privateKey).toString('base64');
}

/** Is this the signature of this root, and does the key bear the id it claims? */
export function isRootSignature(
  root: { day: string; rootHash: string; signature: string; keyId: string },
  publicPem: string,
): boolean {
  try {
    const publicKey = createPublicKey(publicPem);
    if (keyIdOf(publicKey) !== root.keyId) return false;
    const text = Buffer.from(signedText(root.day, root.rootHash), 'utf8');
    return verify(null, text, publicKey, Buffer.from(root.signature, 'base64'));
  } catch {
    return false; // a damaged key or signature proves nothing
  }
}

/** What is signed under a purpose can never pass for a day's root, nor for something signed under another purpose. */
const purposeText = (purpose: string, text: string): Buffer =>
  Buffer.from(`anxin-signed:${purpose}\n${text}`, 'utf8');

/** Signs a short text under a purpose, e.g. the number of a receipt; base64url, so that it stands in an address. */
export function signText(purpose: string, text: string): string {
  return sign(null, purposeText(purpose, text), key().privateKey).toString('base64url');
}

/** Did this installation sign this text under this purpose? Anything that is no signature is none. */
export function isSignedText(purpose: string, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  // One signature has one spelling: the last character holds bits that belong to no byte.
  if (bytes.toString('base64url') !== signature) return false;
  return verify(null, purposeText(purpose, text), createPublicKey(key().privateKey), bytes);
}

/** The id of a public key somebody holds. */
export const keyIdOfPem = (publicPem: string): string => keyIdOf(createPublicKey(publicPem));

const pemOf = (publicKey: KeyObject): string => publicKey.export({ type: 'spki', format: 'pem' }).toString();

const keyIdOf = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
