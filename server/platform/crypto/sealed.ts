import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import { keyRing } from './field-keys.ts';

/** How an encrypted value lies in the store: AES-256-GCM, `box` = base64 of iv (12), tag (16) and ciphertext. */
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

const IV_BYTES = 12;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

/** Random bytes are drawn for some hundred values at once: each draw costs as much as the cipher. None is used twice. */
const drawn = Buffer.alloc(IV_BYTES * 256);
let used = drawn.length;

function freshIv(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const iv = drawn.subarray(used, used + IV_BYTES);
  used += IV_BYTES;
  return iv;
}

/** Encrypts a value for one place with the active key; the same text never gives the same box twice. */
export function seal(value: string, place: FieldPlace): Sealed {
  const { active, keys } = keyRing();
  const key = keys.get(active);
  if (key === undefined) throw new SealedFieldError('unknownKey', place);
  const iv = freshIv();
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(place, active));
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return { keyId: active, box: Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64') };
}

/** The plain value; throws SealedFieldError when the key is missing or the content is not what was sealed here. */
export function open(sealed: Sealed, place: FieldPlace): string {
  if (!isSealed(sealed)) throw new SealedFieldError('malformed', place);
  const key = keyRing().keys.get(sealed.keyId);
  if (key === undefined) throw new SealedFieldError('unknownKey', place);
  const bytes = Buffer.from(sealed.box, 'base64');
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new SealedFieldError('malformed', place);
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(place, sealed.keyId));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    throw new SealedFieldError('tampered', place);
  }
}

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
