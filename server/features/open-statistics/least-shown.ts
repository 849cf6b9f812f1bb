import type { OpenStatistics } from '../../core/contract/open-statistics.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { LEAST_SUGGESTED } from '../../core/open-statistics/protect-row.ts';
import { readParameters } from '../parameters/index.ts';

/**
 * Fewer than this are not shown in one cell: the highest number any of these areas has set, because all of them stand in
 * one table. Where none has, our own suggestion holds and is named as one.
 */
export async function leastShown(
  areaCodes: readonly string[],
  day: PlainDate,
): Promise<Pick<OpenStatistics, 'least' | 'isLeastSuggested'>> {
  const inForce = await readParameters();
  const set = areaCodes.flatMap((code) => {
    const value = inForce(code, day).openStatisticsLeast;
    return typeof value === 'number' ? [value] : [];
  });
  return set.length === 0
    ? { least: LEAST_SUGGESTED, isLeastSuggested: true }
    : { least: Math.max(...set), isLeastSuggested: false };
}
