import Joi from 'joi';
import type { FinishInterview, SignInterview, WriteInterview } from '../../../core/contract/evidence.ts';
import { id, properName, text } from '../../../platform/http/shapes.ts';

const moment = (): Joi.StringSchema => Joi.string().isoDate().max(40);

const line = Joi.object<WriteInterview['lines'][number], true>({
  question: text(500).allow('').required(),
  answer: text(4000).allow('').required(),
});

export const writeInterviewBody = Joi.object<WriteInterview, true>({
  personName: properName(40).required(),
  personRole: text(40).required(),
  place: text(120).required(),
  inspectorIds: Joi.array().items(id()).min(1).max(6).unique().required(),
  begunAt: moment().required(),
  lines: Joi.array().items(line).max(150).required(),
  isReporter: Joi.boolean().strict().required(),
});

const thousandth = (): Joi.NumberSchema => Joi.number().strict().integer().min(0).max(1000);
const stroke = Joi.array().items(thousandth()).min(2).max(4000);

export const signInterviewBody = Joi.object<SignInterview, true>({
  who: Joi.string().valid('person', 'inspector').required(),
  name: properName(40).required(),
  strokes: Joi.array().items(stroke).min(1).max(120).required(),
});

export const finishInterviewBody = Joi.object<FinishInterview, true>({
  endedAt: moment().required(),
  unsignedReason: text(200),
});
