import type { TruthBeside } from '../../core/contract/dashboard.ts';
import type { TruthSampleView } from '../../core/contract/truth-sample.ts';
import type { Ctx } from '../../platform/context.ts';
import { listTruthSamples } from '../truth-sample/index.ts';

/** As many as fill the place they have: the newest samples of the counties of a prefecture. */
const MOST = 24;

/** What payrolls say was paid beside what workers say: the newest month that each area drew. */
export async function truthBeside(areaCode: string, ctx: Ctx): Promise<TruthBeside[]> {
  const { items } = await listTruthSamples({ areaCode, limit: MOST }, ctx);
  const newest = new Map<string, TruthSampleView>();
  for (const sample of items) if (!newest.has(sample.areaCode)) newest.set(sample.areaCode, sample);
  return [...newest.values()]
    .sort((a, b) => (a.areaCode < b.areaCode ? -1 : 1))
    .map((sample) => ({
      ...{ areaCode: sample.areaCode, areaName: sample.areaName, month: sample.month },
      ...{ asked: sample.asked, answered: sample.answered },
      ...given('reportedBasisPoints', sample),
      ...given('paidBasisPoints', sample),
      ...given('lowBasisPoints', sample),
      ...given('highBasisPoints', sample),
    }));
}

type Rate = 'reportedBasisPoints' | 'paidBasisPoints' | 'lowBasisPoints' | 'highBasisPoints';
const given = (rate: Rate, sample: TruthSampleView): Partial<Record<Rate, number>> => {
  const value = sample[rate];
  return value === undefined ? {} : { [rate]: value };
};
