import type { ChainVerdict } from '../../core/contract/operations.ts';

/** Re-computes every subject chain, area-day chain and daily root; names the first broken link. */
export async function verifyChains(_at: { now: Date }): Promise<ChainVerdict> {
  throw new Error('not built yet');
}
/** One subject's chain alone, e.g. for a case page or an evidence pack. */
export async function verifySubject(_subject: string, _at: { now: Date }): Promise<ChainVerdict> {
  throw new Error('not built yet');
}
