import type { Buffer } from 'node:buffer';
import { getCiphers, getHashes } from 'node:crypto';
import type { Suite } from './key-text.ts';
import { readKeyText } from './key-text.ts';

/** config.secrets: `active` names the key that writes, `next` one that will; every key of the ring reads. */
export interface FieldSecrets {
  fieldKeys: { active: string; next?: string; keys: Record<string, string> };
  blindIndexKey: string;
}

interface KeyRing {
  active: string;
  /** Those that wrote before the active one did. */
  old: readonly string[];
  keys: ReadonlyMap<string, Buffer>;
  /** The suite each key of the ring belongs to. */
  suites: ReadonlyMap<string, Suite>;
  blindIndexKey: Buffer;
  blindHash: 'sha256' | 'sm3';
}

const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/u;
let ring: KeyRing | undefined;
let askAgain: () => void = () => undefined;

/** Checks the key ring at start-up and whenever it changed; a wrong one stops the start instead of the first write. */
export function configureFieldKeys({ fieldKeys, blindIndexKey }: FieldSecrets): void {
  const keys = new Map<string, Buffer>();
  const suites = new Map<string, Suite>();
  for (const [id, text] of Object.entries(fieldKeys.keys)) {
    if (!KEY_ID.test(id)) throw new Error('A field key id has 1 to 32 letters, digits, - or _');
    const { suite, bytes } = readKeyText(text, `field key ${id}`);
    keys.set(id, bytes);
    suites.set(id, suite);
  }
  if (!keys.has(fieldKeys.active)) throw new Error('The active field key is not in the key ring');
  const blind = readKeyText(blindIndexKey, 'blind index key');
  if (blind.suite === 'sm' || [...suites.values()].includes('sm')) assertSm();
  ring = {
    active: fieldKeys.active,
    old: [...keys.keys()].filter((id) => id !== fieldKeys.active && id !== fieldKeys.next),
    ...{ keys, suites },
    ...{ blindIndexKey: blind.bytes, blindHash: hashOf(blind.suite) },
  };
}

export const hashOf = (suite: Suite): 'sha256' | 'sm3' => (suite === 'sm' ? 'sm3' : 'sha256');

/** A Node.js built on a crypto library without them would fail at the first value instead. */
function assertSm(): void {
  if (!getCiphers().includes('sm4-cbc') || !getHashes().includes('sm3'))
    throw new Error('这个 Node.js 没有 SM4/SM3 / this Node.js has no SM4 and SM3: use the one of nodejs.org');
}

/** The key ring; throws before start-up configured it. */
export function keyRing(): KeyRing {
  if (ring === undefined)
    throw new Error('The field keys are not configured: call configureFieldKeys at start-up');
  return ring;
}

/** What to do when a value names a key that is not here: the key file may hold it by now. */
export function onUnknownKey(look: () => void): void {
  askAgain = look;
}

/** The key of this id, from the key file too when another process has just added it. */
export function keyOf(id: string): Buffer | undefined {
  const known = keyRing().keys.get(id);
  if (known !== undefined) return known;
  askAgain();
  return keyRing().keys.get(id);
}
