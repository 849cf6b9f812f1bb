import { TRUTH_SAMPLE_SUGGESTED } from '../../core/alerts/truth-figures.ts';
import type { TruthSampleParameter } from '../../core/contract/truth-sample.ts';
import { TRUTH_SAMPLE_PARAMETERS } from '../../core/contract/truth-sample.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { findParameters } from '../parameters/index.ts';
import type { TruthSampleRecord } from './truth-sample.model.ts';

/** The numbers an area draws by on a day: its own, or our suggestion, which is marked as one. */
export async function sampleNumbers(
  areaCode: string,
  today: PlainDate,
): Promise<{ values: Record<TruthSampleParameter, number>; numbers: TruthSampleRecord['numbers'] }> {
  const set = await findParameters(TRUTH_SAMPLE_PARAMETERS, areaCode, today);
  const values = { ...TRUTH_SAMPLE_SUGGESTED } as Record<TruthSampleParameter, number>; // one for each parameter
  const numbers = TRUTH_SAMPLE_PARAMETERS.map((parameter) => {
    const own = set[parameter];
    if (typeof own === 'number') values[parameter] = own;
    return { parameter, value: values[parameter], isSuggested: typeof own !== 'number' };
  });
  return { values, numbers };
}
