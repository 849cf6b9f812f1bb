import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { isOpenAddress, isOwnNetwork } from './addresses.ts';

/** The address leads where nothing is sent to. */
export class ShutTarget extends Error {
  override readonly name = 'ShutTarget';
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/** In the clear only within the office's own network. */
const mayGo = ({ protocol }: URL, address: string): boolean =>
  protocol === 'https:' ? isOpenAddress(address) : isOwnNetwork(address);

const SHUT = 'the address lies in a network that nothing is sent to';

/**
 * Finds a host's addresses and refuses them all if one of them is shut. The line is opened to what is answered here and
 * to nothing else: a name that is turned to another address afterwards gains nothing.
 */
export const guardedLookup =
  (url: URL): LookupFunction =>
  (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error !== null) return done(error, '', 0);
      const [first] = found;
      if (first === undefined || found.some(({ address }) => !mayGo(url, address)))
        return done(new ShutTarget(SHUT), '', 0);
      if (options.all === true) return done(null, found);
      done(null, first.address, first.family);
    });
  };

/** An address that is no name is never looked up. */
export function demandOpenTarget(url: URL): void {
  const host = hostOf(url);
  if (isIP(host) !== 0 && !mayGo(url, host)) throw new ShutTarget(SHUT);
}

/** What is wrong with an address as it stands and as its name is known now; null when nothing is. */
export async function targetProblem(text: string): Promise<'form' | 'shut' | 'unknown' | null> {
  if (!URL.canParse(text)) return 'form';
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '' || url.hash !== '') return 'form';
  try {
    demandOpenTarget(url);
    if (isIP(hostOf(url)) === 0) await resolved(url);
    return null;
  } catch (error) {
    return error instanceof ShutTarget ? 'shut' : 'unknown';
  }
}

const resolved = (url: URL): Promise<void> =>
  new Promise((resolve, reject) => {
    guardedLookup(url)(hostOf(url), { all: true }, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
