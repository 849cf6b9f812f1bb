import Joi from 'joi';
import type { CheckPayroll, PayrollScope } from '../../core/contract/payroll.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { id } from '../../platform/http/shapes.ts';

/** joi types know plain texts only: the pattern is what brands it. */
export const month = () =>
  Joi.string().pattern(/^20\d{2}-(0[1-9]|1[0-2])$/, 'month') as Joi.StringSchema<PayMonth>;

const scope = {
  projectId: id().required(),
  teamId: id().required(),
  payMonth: month().required(),
};
export const scopeQuery = Joi.object<PayrollScope, true>(scope);
export const checkPayrollBody = Joi.object<CheckPayroll, true>({ ...scope, fileId: id().required() });
