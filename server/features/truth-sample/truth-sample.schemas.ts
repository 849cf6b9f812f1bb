import Joi from 'joi';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { TruthAnswer } from '../../core/contract/truth-sample.ts';
import { TRUTH_ANSWERS } from '../../core/contract/truth-sample.ts';
import { isPayMonth } from '../../core/kit/plain-date.ts';
import { areaCode, pageKeys } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ListTruthSamples } from './list-truth-samples.ts';
import { TRUTH_SAMPLE_SORTS } from './list-truth-samples.ts';

const filters = {
  areaCode: areaCode(),
  month: Joi.string().custom((value: string, helpers) =>
    isPayMonth(value) ? value : helpers.error('date.format'),
  ),
};
const paging = pageKeys(Object.keys(TRUTH_SAMPLE_SORTS));
export const listQuery = Joi.object<ListTruthSamples, true>({ ...filters, ...paging });
export type ExportTruthSamples = Omit<ListTruthSamples, 'cursor' | 'limit'> & { format: ExportFormat };
export const exportQuery = Joi.object<ExportTruthSamples, true>({
  ...filters,
  sort: paging.sort,
  ...exportKeys,
});
export const answerBody = Joi.object<{ answer: TruthAnswer }, true>({
  answer: Joi.string()
    .valid(...TRUTH_ANSWERS)
    .required(),
});
