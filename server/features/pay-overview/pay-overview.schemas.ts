import Joi from 'joi';
import { DISAGREEMENTS } from '../../core/contract/pay-overview.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { addPayMonths } from '../../core/kit/plain-date.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ExportDisagreements, ListDisagreements } from './list-disagreements.ts';

/** joi types know plain texts only: the pattern is what brands it. */
const month = () => Joi.string().pattern(/^20\d{2}-(0[1-9]|1[0-2])$/, 'month') as Joi.StringSchema<PayMonth>;
const MOST_MONTHS = 36;

export const gridQuery = Joi.object<{ from: PayMonth; to: PayMonth }, true>({
  from: month().required(),
  to: month().required(),
}).custom((value: { from: PayMonth; to: PayMonth }, helpers) =>
  value.from <= value.to && value.to < addPayMonths(value.from, MOST_MONTHS)
    ? value
    : helpers.error('any.invalid'),
);
export const stripQuery = Joi.object<{ month: PayMonth }, true>({ month: month().required() });

const disagreements = { month: month().required(), kind: Joi.string().valid(...DISAGREEMENTS) };
export const listDisagreementsQuery = Joi.object<ListDisagreements, true>({
  ...disagreements,
  cursor: Joi.string().max(1000),
  limit: Joi.number().integer().min(1).max(200),
});
export const exportDisagreementsQuery = Joi.object<ExportDisagreements, true>({
  ...disagreements,
  ...exportKeys,
});
