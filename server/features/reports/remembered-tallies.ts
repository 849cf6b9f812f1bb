import { currentSession, inTransaction } from '../../platform/db.ts';
import type { Changes } from './changes.ts';
import { readChanges } from './changes.ts';
import { lookAtChanges } from './look-at-changes.ts';

/** A question that kept figures answer, together with what changed since they were kept. */
export interface Question<Tally> {
  key: string;
  /** What is kept, read in the caller's transaction, and what it comes to with changes. */
  readKept(): Promise<{ kept: Tally; plus(changes: Changes): Tally }>;
  /** The same from a tally of what is kept, itself where nothing changes it; null where it does not say enough. */
  plus(kept: Tally, changes: Changes): Tally | null;
}

/** Figures kept by the roll-up of this mark, and what they came to with the changes that were there last. */
interface Remembered {
  mark: string;
  kept: unknown;
  changes: Changes;
  tally: unknown;
}

/** Questions that people ask again and again; the oldest gives way. */
const MOST = 200;
const remembered = new Map<string, Remembered>();

/**
 * Kept figures are read once after every roll-up; what changed since is looked at with every question, so that the
 * answer is of this moment. Where nothing is different it is the same object.
 */
export async function tallied<Tally>(question: Question<Tally>): Promise<Tally> {
  // What a running transaction sees may still be undone.
  if (currentSession() !== null) return (await readAll(question)).tally;
  const changes = await lookAtChanges();
  const known = remembered.get(question.key);
  if (known?.mark === changes.mark) {
    if (known.changes === changes) return known.tally as Tally; // remembered under this key
    const tally = question.plus(known.kept as Tally, changes); // as above
    if (tally !== null) {
      remember(question.key, { ...known, changes, tally });
      return tally;
    }
  }
  const { mark, ...read } = await inTransaction(() => readAll(question));
  if (mark !== null) remember(question.key, { mark, ...read });
  return read.tally;
}

/** In one transaction, so that all is of one moment. */
async function readAll<Tally>({
  readKept,
}: Question<Tally>): Promise<Omit<Remembered, 'mark'> & { mark: string | null; tally: Tally }> {
  const { kept, plus } = await readKept();
  const changes = await readChanges();
  return { mark: changes.mark, kept, changes, tally: plus(changes) };
}

function remember(key: string, one: Remembered): void {
  remembered.delete(key);
  remembered.set(key, one);
  const [oldest] = remembered.keys();
  if (remembered.size > MOST && oldest !== undefined) remembered.delete(oldest);
}
