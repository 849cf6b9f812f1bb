import type { ChainVerdict } from '../../core/contract/operations.ts';
import type { Counts } from './broken-link.ts';
import { BrokenLink } from './broken-link.ts';
import { verifyAreaDays } from './verify-area-days.ts';
import { verifyRoots } from './verify-roots.ts';
import { verifySubjects } from './verify-subjects.ts';

/**
 * Re-computes every subject chain, every area-day chain and every daily root, and names the first broken link.
 * Reads in index order with bounded memory, beside running writers.
 */
export function verifyChains({ now }: { now: Date }): Promise<ChainVerdict> {
  return verdictOf(async (counts) => {
    await verifySubjects({}, now, counts);
    await verifyAreaDays(counts);
    await verifyRoots(counts);
  });
}

/** One subject's chain alone, e.g. for a case page or an evidence pack. */
export function verifySubject(subject: string, { now }: { now: Date }): Promise<ChainVerdict> {
  return verdictOf((counts) => verifySubjects({ subject }, now, counts));
}

async function verdictOf(walk: (counts: Counts) => Promise<void>): Promise<ChainVerdict> {
  const counts: Counts = { events: 0, chains: 0, areaDays: 0, days: 0 };
  try {
    await walk(counts);
    return { ok: true, ...counts };
  } catch (error) {
    if (error instanceof BrokenLink) return { ok: false, ...counts, firstBroken: error.link };
    throw error;
  }
}
