import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { TruthSampleView } from '../../core/contract/truth-sample.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import { areaLimit, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { findSample, TruthSamples } from './truth-sample.model.ts';
import type { TruthSampleRecord } from './truth-sample.model.ts';
import { truthSampleView } from './truth-sample-view.ts';

export interface ListTruthSamples extends PageQuery {
  areaCode?: string;
  month?: PayMonth;
}
export const TRUTH_SAMPLE_SORTS = { month: 'month' } as const;

/** The samples of the reader's areas, newest month first. */
export async function listTruthSamples(query: ListTruthSamples, ctx: Ctx): Promise<Page<TruthSampleView>> {
  const { areaCode, month } = query;
  const own = {
    ...(areaCode === undefined ? {} : inArea(areaCode)),
    ...(month === undefined ? {} : { month }),
  };
  const page = await keysetPage<TruthSampleRecord>(TruthSamples, {
    ...{ sorts: TRUTH_SAMPLE_SORTS, fallback: '-month', query },
    limits: { $and: [areaLimit(ctx), own] },
  });
  const items: TruthSampleView[] = [];
  for (const sample of page.items) items.push(await truthSampleView(sample));
  return { ...page, items };
}

export async function getTruthSample(id: string, ctx: Ctx): Promise<TruthSampleView> {
  const found = await findSample(id, areaLimit(ctx));
  if (found === null) throw new AppError('notFound');
  return truthSampleView(found);
}
