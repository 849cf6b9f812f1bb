import { askedOnce } from '../../platform/asked-together.ts';
import { inTransaction } from '../../platform/db.ts';
import type { Changes } from './changes.ts';
import { readChanges } from './changes.ts';
import { SOURCES } from './report-sources.ts';
import { findRollUpMark, isOfOldShape } from './roll-up-mark.model.ts';
import { countChanged } from './roll-up-report.ts';

/** So many changed records are quickly added to the kept figures; more than these are counted first. */
const MOST_ADDED = 8;
/** So long a question waits for the counting of many. */
const COUNTING_MS = 1_000;

let last: Changes | null = null;
const together = askedOnce<Changes>();

/**
 * What changed since the last roll-up, as it is at a moment after the question; all who wait share a look. The same object
 * again says that nothing is different.
 */
export const lookAtChanges = (): Promise<Changes> => together('changes', look);

async function look(): Promise<Changes> {
  const before = last;
  const found = await Promise.all(SOURCES.map((source) => source.findUncounted(MOST_ADDED + 1)));
  const uncounted = found.reduce((sum, ids) => sum + ids.length, 0);
  // No roll-up since the look before: where no record is marked now, none was when this look began.
  if (uncounted === 0 && before !== null && (await findRollUpMark()) === before.mark)
    return (last = sameAs(before, { mark: before.mark, gone: [], come: [] }));
  if (uncounted > MOST_ADDED) await countNow();
  return (last = sameAs(before, await inTransaction(readChanges)));
}

/** Thousands may have come in within the minute; the first to ask after them has them counted, and nobody adds them up twice. */
async function countNow(): Promise<void> {
  if (await isOfOldShape()) return; // everything is to be counted anew: the job's work
  // Where it fails the answer is as right, and the job says what is wrong.
  await countChanged(AbortSignal.timeout(COUNTING_MS)).catch(() => undefined);
}

function sameAs(before: Changes | null, now: Changes): Changes {
  const isSame =
    before !== null &&
    before.come.length === now.come.length &&
    JSON.stringify(before) === JSON.stringify(now);
  return isSame ? before : now;
}
