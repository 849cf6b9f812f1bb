import { findRollUpMark } from './roll-up-mark.model.ts';
import { SOURCES } from './report-sources.ts';

/** A tally made of kept figures alone, and the roll-up it was made after. */
interface Remembered {
  tally: unknown;
  mark: string;
}

/** Questions that people ask again and again; the oldest gives way. */
const MOST = 200;
const remembered = new Map<string, Remembered>();

export function remember(key: string, one: Remembered): void {
  remembered.delete(key);
  remembered.set(key, one);
  const [oldest] = remembered.keys();
  if (remembered.size > MOST && oldest !== undefined) remembered.delete(oldest);
}

/**
 * The same question as it was answered before, if that still holds: no roll-up since, and no record that changed since
 * the last one. The roll-up is looked at first, so that a change counted in between is not missed.
 */
export async function recall<Tally>(key: string): Promise<Tally | null> {
  const known = remembered.get(key);
  if (known === undefined || (await findRollUpMark()) !== known.mark) return null;
  const changed = await Promise.all(SOURCES.map((source) => source.findUncounted(1)));
  return changed.every((ids) => ids.length === 0) ? (known.tally as Tally) : null; // remembered under this key
}
