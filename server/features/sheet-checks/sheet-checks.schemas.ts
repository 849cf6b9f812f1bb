import Joi from 'joi';
import type { ConfirmSheet } from '../../core/contract/sheet-checks.ts';
import { PROBLEM_LEVELS } from '../../core/contract/sheet-checks.ts';
import type { ProblemsQuery } from './list-problems.ts';

export const problemsQuery = Joi.object<ProblemsQuery, true>({
  cursor: Joi.string().pattern(/^\d{1,6}$/, 'cursor'),
  limit: Joi.number().integer().min(1).max(200),
  rule: Joi.string().pattern(/^[\w.-]{1,60}$/, 'rule'),
  level: Joi.string().valid(...PROBLEM_LEVELS),
});

export const confirmBody = Joi.object<ConfirmSheet, true>({
  leaveOut: Joi.number().integer().min(0).max(20_000),
});
