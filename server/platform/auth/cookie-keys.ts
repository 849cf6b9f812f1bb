import type { Secrets } from '../secrets.ts';
import { cookieKeysOf } from '../secrets.ts';

export type CookieSecrets = Pick<Secrets, 'session' | 'cookieKeys'>;

const live = new Set<string[]>();

/** The keys of session cookies, the one that signs first. express-session keeps this very list, so it may change later. */
export function liveCookieKeys(secrets: CookieSecrets): string[] {
  const list = inOrder(secrets);
  live.add(list);
  return list;
}

/** From now on cookies are signed and read with these: somebody whose cookie bears an older key of them stays signed in. */
export function changeCookieKeys(secrets: CookieSecrets): void {
  for (const list of live) list.splice(0, list.length, ...inOrder(secrets));
}

function inOrder(secrets: CookieSecrets): string[] {
  const { active, keys } = cookieKeysOf(secrets);
  const others = Object.entries(keys).filter(([id]) => id !== active);
  return [keys[active] ?? '', ...others.map(([, key]) => key)];
}
