import Joi from 'joi';
import type { RunJob } from '../../core/contract/operations.ts';
import { plainDate } from '../../platform/http/shapes.ts';

export const jobParams = Joi.object<{ name: string }, true>({
  name: Joi.string()
    .pattern(/^[a-zA-Z]{1,60}$/, 'job')
    .required(),
});

export interface ListRuns {
  cursor?: string;
  limit?: number;
}
export const listRunsQuery = Joi.object<ListRuns, true>({
  cursor: Joi.string().pattern(/^\d{13}\.[0-9a-f]{24}$/, 'cursor'),
  limit: Joi.number().integer().min(1).max(200),
});

export const runJobBody = Joi.object<RunJob, true>({ day: plainDate().required() });
