import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Suite } from '../crypto/key-text.ts';

export const TAG_BYTES = 16;
export const NONCE_BYTES = 12;

/** Authenticated encryption of one frame by the key of one file; `open` gives null for what was not sealed so. */
export interface FrameCipher {
  /** The ciphertext, and behind it its tag. */
  seal(plain: Uint8Array, nonce: Buffer, place: Buffer): Buffer;
  open(sealed: Buffer, nonce: Buffer, place: Buffer): Buffer | null;
}

const derived = (digest: string, key: Uint8Array, salt: Buffer, purpose: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync(digest, key, salt, purpose, bytes));

function aes(master: Uint8Array, salt: Buffer): FrameCipher {
  const key = derived('sha256', master, salt, 'anxin stored file 1', 32);
  const options = { authTagLength: TAG_BYTES };
  return {
    seal(plain, nonce, place) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce, options);
      cipher.setAAD(place);
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, nonce, place) {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, options);
      decipher.setAAD(place);
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
      const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
      try {
        return Buffer.concat([plain, decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

/**
 * OpenSSL 3.0, which Node 20 is built on, has no SM4-GCM: SM4 in counter mode, then HMAC-SM3 over place, nonce and
 * ciphertext, cut to 128 bits as long as a GCM tag. The two keys are derived apart; nothing is decrypted unchecked.
 */
function sm(master: Uint8Array, salt: Buffer): FrameCipher {
  const both = derived('sm3', master, salt, 'anxin stored file sm 1', 48);
  const [key, mac] = [both.subarray(0, 16), both.subarray(16)];
  // The last four bytes count the blocks of a frame, of which there are 4096.
  const counter = (nonce: Buffer): Buffer => Buffer.concat([nonce, Buffer.alloc(16 - NONCE_BYTES)]);
  function tagOf(body: Buffer, nonce: Buffer, place: Buffer): Buffer {
    // The length before the place, so that no byte can be taken for one of the ciphertext.
    const length = Buffer.alloc(4);
    length.writeUInt32BE(place.length);
    const hmac = createHmac('sm3', mac).update(length).update(place).update(nonce).update(body);
    return hmac.digest().subarray(0, TAG_BYTES);
  }
  return {
    seal(plain, nonce, place) {
      const cipher = createCipheriv('sm4-ctr', key, counter(nonce));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([body, tagOf(body, nonce, place)]);
    },
    open(sealed, nonce, place) {
      const body = sealed.subarray(0, sealed.length - TAG_BYTES);
      if (!timingSafeEqual(sealed.subarray(sealed.length - TAG_BYTES), tagOf(body, nonce, place)))
        return null;
      const decipher = createDecipheriv('sm4-ctr', key, counter(nonce));
      return Buffer.concat([decipher.update(body), decipher.final()]);
    },
  };
}

/** By the suite of a key, and the salt of a file. */
export const FRAME_CIPHERS: Readonly<Record<Suite, (master: Uint8Array, salt: Buffer) => FrameCipher>> = {
  aes,
  sm,
};
