import type { Period, Tally } from './tally-period.ts';
import { findRollUpMark } from './roll-up-mark.model.ts';
import { SOURCES } from './report-sources.ts';

/** A tally made of kept figures alone, and the roll-up it was made after. */
interface Remembered {
  tally: Tally;
  mark: string;
}

/** Periods that people look at again and again; the oldest gives way. */
const MOST = 200;
const remembered = new Map<string, Remembered>();

const keyOf = ({ from, to, areaCode }: Period): string => `${areaCode} ${from} ${to}`;

export function remember(period: Period, one: Remembered): void {
  const key = keyOf(period);
  remembered.delete(key);
  remembered.set(key, one);
  const [oldest] = remembered.keys();
  if (remembered.size > MOST && oldest !== undefined) remembered.delete(oldest);
}

/**
 * The same period as it was told before, if it still holds: no roll-up since, and no record that changed since the
 * last one. The roll-up is looked at first, so that a change counted in between is not missed.
 */
export async function recall(period: Period): Promise<Tally | null> {
  const known = remembered.get(keyOf(period));
  if (known === undefined || (await findRollUpMark()) !== known.mark) return null;
  const changed = await Promise.all(SOURCES.map((source) => source.findUncounted(1)));
  return changed.every((ids) => ids.length === 0) ? known.tally : null;
}
