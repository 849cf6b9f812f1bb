import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv, createHmac, randomFillSync, timingSafeEqual } from 'node:crypto';
import type { Suite } from './key-text.ts';

/** Authenticated encryption of one value; `open` gives null for what was not sealed with this key for this place. */
export interface FieldCipher {
  /** Fewer bytes than this cannot be a box of this suite. */
  leastBytes: number;
  seal(value: string, key: Buffer, place: Buffer): Buffer;
  open(box: Buffer, key: Buffer, place: Buffer): string | null;
}

/** Random bytes are drawn for some hundred values at once: each draw costs as much as the cipher. None is used twice. */
function drawer(bytes: number): () => Buffer {
  const drawn = Buffer.alloc(bytes * 256);
  let used = drawn.length;
  return () => {
    if (used === drawn.length) {
      randomFillSync(drawn);
      used = 0;
    }
    used += bytes;
    return drawn.subarray(used - bytes, used);
  };
}

const GCM_IV = 12;
const GCM_TAG = 16;
const freshGcmIv = drawer(GCM_IV);
const GCM = 'aes-256-gcm';

/** iv (12), tag (16), ciphertext. */
const aes: FieldCipher = {
  leastBytes: GCM_IV + GCM_TAG,
  seal(value, key, place) {
    const iv = freshGcmIv();
    const cipher = createCipheriv(GCM, key, iv, { authTagLength: GCM_TAG });
    cipher.setAAD(place);
    const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  },
  open(box, key, place) {
    const decipher = createDecipheriv(GCM, key, box.subarray(0, GCM_IV), { authTagLength: GCM_TAG });
    decipher.setAAD(place);
    decipher.setAuthTag(box.subarray(GCM_IV, GCM_IV + GCM_TAG));
    try {
      const body = decipher.update(box.subarray(GCM_IV + GCM_TAG));
      return Buffer.concat([body, decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  },
};

const SM4_BLOCK = 16;
const SM3_BYTES = 32;
const SM4 = 'sm4-cbc';
const freshSmIv = drawer(SM4_BLOCK);

interface SmKeys {
  cipher: Buffer;
  mac: Buffer;
}
const smKeysOf = new WeakMap<Buffer, SmKeys>();

/** One key for the cipher and one for the seal, of the 32 bytes in the key file; neither tells the other. */
function smKeys(key: Buffer): SmKeys {
  let keys = smKeysOf.get(key);
  if (keys === undefined) {
    const part = (purpose: string): Buffer => createHmac('sm3', key).update(purpose).digest();
    keys = { cipher: part('anxin-field-sm4-1').subarray(0, SM4_BLOCK), mac: part('anxin-field-sm3-1') };
    smKeysOf.set(key, keys);
  }
  return keys;
}

/** The length before the place, so that no byte can be taken for one of the ciphertext. */
function sm3Seal(mac: Buffer, place: Buffer, ivAndBody: readonly Buffer[]): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(place.length);
  const hmac = createHmac('sm3', mac).update(length).update(place);
  for (const part of ivAndBody) hmac.update(part);
  return hmac.digest();
}

/** iv (16), HMAC-SM3 over place, iv and ciphertext (32), ciphertext; nothing is decrypted before its seal was checked. */
const sm: FieldCipher = {
  leastBytes: SM4_BLOCK + SM3_BYTES + SM4_BLOCK,
  seal(value, key, place) {
    const keys = smKeys(key);
    const iv = freshSmIv();
    const cipher = createCipheriv(SM4, keys.cipher, iv);
    const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, sm3Seal(keys.mac, place, [iv, body]), body]);
  },
  open(box, key, place) {
    const keys = smKeys(key);
    const iv = box.subarray(0, SM4_BLOCK);
    const body = box.subarray(SM4_BLOCK + SM3_BYTES);
    const seal = box.subarray(SM4_BLOCK, SM4_BLOCK + SM3_BYTES);
    if (!timingSafeEqual(seal, sm3Seal(keys.mac, place, [iv, body]))) return null;
    const decipher = createDecipheriv(SM4, keys.cipher, iv);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  },
};

export const CIPHERS: Readonly<Record<Suite, FieldCipher>> = { aes, sm };
