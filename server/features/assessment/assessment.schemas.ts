import Joi from 'joi';
import type { Criterion } from '../../core/assessment/criteria.ts';
import { ASSESSMENT_GROUPS } from '../../core/assessment/criteria.ts';
import type { WriteAnswer, WriteCriteria } from '../../core/contract/assessment.ts';
import { id, text } from '../../platform/http/shapes.ts';
import type { AskAssessment } from './get-assessment.ts';

export const ASSESSMENT_FORMATS = ['docx', 'xlsx'] as const;
export type AssessmentFormat = (typeof ASSESSMENT_FORMATS)[number];

const MOST_CRITERIA = 100;
const MOST_FILES = 20;
const LARGEST = 1_000_000_000_000;
const criterionId = (): Joi.StringSchema => Joi.string().pattern(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/, 'criterion');
const asked = {
  areaCode: Joi.string()
    .pattern(/^(\d{2}|\d{4}|\d{6})$/, 'area of an office')
    .required(),
  year: Joi.number().integer().min(2000).max(2100).required(),
};
export const assessmentQuery = Joi.object<AskAssessment, true>(asked);
export const exportAssessmentQuery = Joi.object<AskAssessment & { format: AssessmentFormat }, true>({
  ...asked,
  format: Joi.string()
    .valid(...ASSESSMENT_FORMATS)
    .required(),
});
export const criteriaParams = Joi.object<AskAssessment, true>(asked);
export const answerParams = Joi.object<AskAssessment & { criterionId: string }, true>({
  ...asked,
  criterionId: criterionId().required(),
});

const threshold = (): Joi.NumberSchema => Joi.number().strict().integer().min(0).max(LARGEST);
const criterion = Joi.object<Criterion, true>({
  id: criterionId().required(),
  group: Joi.string()
    .valid(...ASSESSMENT_GROUPS)
    .required(),
  words: text(300).required(),
  points: Joi.number().strict().integer().min(1).max(1000).required(),
  figure: Joi.string().pattern(/^[a-zA-Z]{1,40}$/, 'figure'),
  ...{ fullAt: threshold(), zeroAt: threshold() },
});
export const criteriaBody = Joi.object<WriteCriteria, true>({
  criteria: Joi.array().items(criterion).min(1).max(MOST_CRITERIA).required(),
});
export const answerBody = Joi.object<WriteAnswer, true>({
  words: text(2000).allow('').required(),
  ownTenths: Joi.number().strict().integer().min(0).max(10_000),
  fileIds: Joi.array().items(id()).max(MOST_FILES).unique().required(),
});
