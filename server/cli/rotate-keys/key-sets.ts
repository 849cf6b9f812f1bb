import { changeSecrets } from '../../platform/key-file.ts';
import type { KeySet, Secrets } from '../../platform/secrets.ts';
import { cookieKeysOf, randomKey } from '../../platform/secrets.ts';
import type { Suite } from '../../platform/crypto/index.ts';

/** The two kinds of keys that change while the product runs. */
export type KeyKind = 'field' | 'cookie';

export const setOf = (secrets: Secrets, kind: KeyKind): KeySet =>
  kind === 'field' ? secrets.fieldKeys : cookieKeysOf(secrets);

const withSet = (secrets: Secrets, kind: KeyKind, set: KeySet): Secrets =>
  kind === 'field' ? { ...secrets, fieldKeys: set } : { ...secrets, cookieKeys: set };

/** Puts a new key beside the others; nothing uses it yet. Where one waits already, that one stays. */
export function addKey(file: string, kind: KeyKind, suite: Suite): Secrets {
  return changeSecrets(file, (before) => {
    const set = setOf(before, kind);
    if (set.next !== undefined) return before;
    const next = freshId(set, kind);
    const key = randomKey(kind === 'field' ? suite : 'aes');
    return withSet(before, kind, { ...set, next, keys: { ...set.keys, [next]: key } });
  });
}

/** One more than every number used so far: the newest key never leaves, so no id is used twice. */
function freshId({ keys }: KeySet, kind: KeyKind): string {
  const numbers = Object.keys(keys).map((id) => Number(/\d+$/u.exec(id)?.[0] ?? 0));
  return `${kind === 'field' ? 'k' : 'c'}${Math.max(...numbers) + 1}`;
}

/** From now on the key that waited is the one in use. */
export function activateKey(file: string, kind: KeyKind): Secrets {
  return changeSecrets(file, (before) => {
    const { next, keys } = setOf(before, kind);
    return next === undefined ? before : withSet(before, kind, { active: next, keys });
  });
}

/** Takes a key out of the file for good. */
export function dropKey(file: string, kind: KeyKind, id: string): Secrets {
  return changeSecrets(file, (before) => {
    const set = setOf(before, kind);
    if (id === set.active || id === set.next) throw new Error(`密钥正在使用 / the key is in use: ${id}`);
    const keys = Object.fromEntries(Object.entries(set.keys).filter(([one]) => one !== id));
    return withSet(before, kind, { ...set, keys });
  });
}
