import Joi from 'joi';
import type { AskOpenStatistics, ExportOpenStatistics } from '../../core/contract/open-statistics.ts';

export const askQuery = Joi.object<AskOpenStatistics, true>({
  quarter: Joi.string().pattern(/^\d{4}-Q[1-4]$/, 'quarter'),
});

export const exportQuery = Joi.object<ExportOpenStatistics, true>({
  format: Joi.string().valid('csv').default('csv'),
});
