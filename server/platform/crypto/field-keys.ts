import { Buffer } from 'node:buffer';

/** config.secrets: `active` names the key that writes; every key of the ring reads. */
export interface FieldSecrets {
  fieldKeys: { active: string; keys: Record<string, string> };
  blindIndexKey: string;
}

interface KeyRing {
  active: string;
  keys: ReadonlyMap<string, Buffer>;
  blindIndexKey: Buffer;
}

const KEY_BYTES = 32;
const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/u;
let ring: KeyRing | undefined;

/** Checks the key ring once at start-up; a wrong one stops the start instead of the first write. */
export function configureFieldKeys({ fieldKeys, blindIndexKey }: FieldSecrets): void {
  const keys = new Map<string, Buffer>();
  for (const [id, text] of Object.entries(fieldKeys.keys)) {
    if (!KEY_ID.test(id)) throw new Error('A field key id has 1 to 32 letters, digits, - or _');
    keys.set(id, keyBytes(text, `field key ${id}`));
  }
  if (!keys.has(fieldKeys.active)) throw new Error('The active field key is not in the key ring');
  ring = { active: fieldKeys.active, keys, blindIndexKey: keyBytes(blindIndexKey, 'blind index key') };
}

/** The key ring; throws before start-up configured it. */
export function keyRing(): KeyRing {
  if (ring === undefined)
    throw new Error('The field keys are not configured: call configureFieldKeys at start-up');
  return ring;
}

function keyBytes(text: string, what: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  // Buffer.from skips what is not base64, so the length alone would let a mistyped key through.
  if (
    bytes.length !== KEY_BYTES ||
    bytes.toString('base64').replace(/=+$/u, '') !== text.replace(/=+$/u, '')
  ) {
    throw new Error(`The ${what} must be ${KEY_BYTES} bytes in base64`);
  }
  return bytes;
}
