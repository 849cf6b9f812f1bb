import Joi from 'joi';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { plainDate } from '../../platform/http/shapes.ts';

export interface AskPeriod {
  from: PlainDate;
  to: PlainDate;
  /** A county, prefecture or province; the reader's own area when missing. */
  areaCode?: string;
}
export type ExportPeriod = AskPeriod & { format: 'xlsx' };

const period = {
  from: plainDate().required(),
  to: plainDate().required(),
  areaCode: Joi.string().pattern(/^(\d{2}|\d{4}|\d{6})$/, 'area of an office'),
};

export const periodQuery = Joi.object<AskPeriod, true>(period);
export const exportPeriodQuery = Joi.object<ExportPeriod, true>({
  ...period,
  format: Joi.string().valid('xlsx').default('xlsx'),
});
