import { hostname } from 'node:os';
import type { Clock } from '../../platform/clock.ts';
import { isAlive } from '../../platform/key-file.ts';
import type { KeyHolder } from '../../platform/key-holders.ts';
import { findKeyHolders, keyMark } from '../../platform/key-holders.ts';
import type { Secrets } from '../../platform/secrets.ts';
import type { KeyKind } from './key-sets.ts';
import { setOf } from './key-sets.ts';

/** The processes that run; one of this machine that was killed needs no minute to be forgotten. */
export async function runningProcesses(clock: Clock): Promise<KeyHolder[]> {
  const here = hostname();
  return (await findKeyHolders(clock)).filter(({ host, pid }) => host !== here || isAlive(pid));
}

/** Those that could not read what this key seals. */
export async function whoLacks(
  id: string,
  kind: KeyKind,
  secrets: Secrets,
  clock: Clock,
): Promise<KeyHolder[]> {
  const mark = keyMark(id, setOf(secrets, kind).keys[id] ?? '');
  return (await runningProcesses(clock)).filter((one) => !one[kind].known.includes(mark));
}

/** Those that use another key than this one. */
export const whoUsesAnother = async (id: string, kind: KeyKind, clock: Clock): Promise<KeyHolder[]> =>
  (await runningProcesses(clock)).filter((one) => one[kind].active !== id);

export const nameProcesses = (holders: readonly KeyHolder[]): string =>
  holders.map(({ host, pid }) => `${host} (${pid})`).join(', ');
