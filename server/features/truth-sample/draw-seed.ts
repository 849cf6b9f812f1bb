import { createHash, randomBytes } from 'node:crypto';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { lastDayOf } from '../../core/kit/plain-date.ts';
import { DailyRoots } from '../../platform/audit/index.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export interface Seed {
  seed: string;
  seedFrom: 'dailyRoot' | 'random';
}

/**
 * The seed of an area's month: from the signed and published root of the last day of that month, which everything that
 * happened until then went into, so that neither the office nor a firm can choose whom it hits, and anybody can reckon it
 * again. Where that day has no root it is drawn by chance, and said to be.
 * @example printf '532601\n2026-10\n<root hash>' | sha256sum
 */
export async function drawSeed(areaCode: string, month: PayMonth): Promise<Seed> {
  const root = await DailyRoots.findById(lastDayOf(month), { rootHash: 1 }).lean();
  if (root === null) return { seed: randomBytes(32).toString('hex'), seedFrom: 'random' };
  return { seed: sha256(`${areaCode}\n${month}\n${root.rootHash}`), seedFrom: 'dailyRoot' };
}
