import { Buffer } from 'node:buffer';
import type { FieldCipher } from './ciphers.ts';
import { CIPHERS } from './ciphers.ts';
import { keyOf, keyRing } from './field-keys.ts';

/** How an encrypted value lies in the store: the key it was sealed with, and base64 of what its suite wrote (ciphers.ts). */
export interface Sealed {
  keyId: string;
  box: string;
}

/** Where a value belongs; bound into the ciphertext, so that a value copied to another place does not open. */
export interface FieldPlace {
  collection: string;
  field: string;
  id: string;
}

export type SealedFault = 'unknownKey' | 'malformed' | 'tampered';

/** A stored value that does not open. Names the place, never the content. */
export class SealedFieldError extends Error {
  override readonly name = 'SealedFieldError';
  readonly fault: SealedFault;

  constructor(fault: SealedFault, place: FieldPlace) {
    super(`${WORDS[fault]} (${place.collection}.${place.field} of ${place.id})`);
    this.fault = fault;
  }
}

const WORDS: Record<SealedFault, string> = {
  unknownKey: 'The value was sealed with a key that is not in the key ring',
  malformed: 'The stored value is not a sealed field',
  tampered: 'The sealed value was altered, moved from another place, or its key replaced',
};

/** Encrypts a value for one place with the active key; the same text never gives the same box twice. */
export function seal(value: string, place: FieldPlace): Sealed {
  const { active } = keyRing();
  const key = keyOf(active);
  if (key === undefined) throw new SealedFieldError('unknownKey', place);
  const box = cipherOf(active).seal(value, key, boundTo(place, active));
  return { keyId: active, box: box.toString('base64') };
}

/** The plain value; throws SealedFieldError when the key is missing or the content is not what was sealed here. */
export function open(sealed: Sealed, place: FieldPlace): string {
  if (!isSealed(sealed)) throw new SealedFieldError('malformed', place);
  const key = keyOf(sealed.keyId);
  if (key === undefined) throw new SealedFieldError('unknownKey', place);
  const cipher = cipherOf(sealed.keyId);
  const bytes = Buffer.from(sealed.box, 'base64');
  if (bytes.length < cipher.leastBytes) throw new SealedFieldError('malformed', place);
  const value = cipher.open(bytes, key, boundTo(place, sealed.keyId));
  if (value === null) throw new SealedFieldError('tampered', place);
  return value;
}

/** A key serves one suite, so the key tells how a value was sealed. */
const cipherOf = (keyId: string): FieldCipher => CIPHERS[keyRing().suites.get(keyId) ?? 'aes'];

/** Has this the form of a sealed value? */
export function isSealed(value: unknown): value is Sealed {
  if (typeof value !== 'object' || value === null) return false;
  const { keyId, box } = value as Partial<Sealed>; // both are checked in the next line
  return typeof keyId === 'string' && typeof box === 'string';
}

/** Length-free separators would let 'a.b' + 'c' equal 'a' + 'b.c'; JSON cannot be read two ways. */
function boundTo({ collection, field, id }: FieldPlace, keyId: string): Buffer {
  return Buffer.from(JSON.stringify(['anxin-field-1', keyId, collection, field, id]), 'utf8');
}
