import { Buffer } from 'node:buffer';

/** `aes`: AES-256-GCM and HMAC-SHA256; `sm`: SM4-CBC with HMAC-SM3 and HMAC-SM3 (GB/T 32907, GB/T 32905). */
export const SUITES = ['aes', 'sm'] as const;
export type Suite = (typeof SUITES)[number];

export interface ReadKey {
  suite: Suite;
  bytes: Buffer;
}

const KEY_BYTES = 32;
const SM_MARK = 'sm:';
/** What the key file holds: 32 bytes in base64, of the SM suite with `sm:` before them. A key serves one suite only. */
export const KEY_TEXT = /^(?:sm:)?[A-Za-z0-9+/]{43}=$/u;

export const keyText = (suite: Suite, bytes: Buffer): string =>
  `${suite === 'sm' ? SM_MARK : ''}${bytes.toString('base64')}`;

export function readKeyText(text: string, what: string): ReadKey {
  const suite: Suite = text.startsWith(SM_MARK) ? 'sm' : 'aes';
  const base64 = suite === 'sm' ? text.slice(SM_MARK.length) : text;
  const bytes = Buffer.from(base64, 'base64');
  // Buffer.from skips what is not base64, so the length alone would let a mistyped key through.
  if (
    bytes.length !== KEY_BYTES ||
    bytes.toString('base64').replace(/=+$/u, '') !== base64.replace(/=+$/u, '')
  ) {
    throw new Error(`The ${what} must be ${KEY_BYTES} bytes in base64`);
  }
  return { suite, bytes };
}
