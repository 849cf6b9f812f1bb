import Joi from 'joi';
import type { AssignVisits, ReportNoHazard } from '../../core/contract/inspection-plan.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { areaCode, id, plainDate, text } from '../../platform/http/shapes.ts';

const month = (): Joi.StringSchema => Joi.string().pattern(/^\d{4}-(0[1-9]|1[0-2])$/, 'month');
const MOST_AT_ONCE = 50;

export const planQuery = Joi.object<{ areaCode?: string; month?: PayMonth }, true>({
  areaCode: areaCode(),
  month: month(),
});
export const assignBody = Joi.object<AssignVisits, true>({
  month: month().required(),
  projectIds: Joi.array().items(id()).min(1).max(MOST_AT_ONCE).unique().required(),
  inspectorId: id().required(),
});
export const screeningQuery = Joi.object<{ areaCode?: string; since?: PlainDate }, true>({
  areaCode: areaCode(),
  since: plainDate(),
});
export const noHazardBody = Joi.object<ReportNoHazard, true>({
  projectId: id().required(),
  on: plainDate().required(),
  note: text(500).required(),
});
