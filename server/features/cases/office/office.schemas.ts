import Joi from 'joi';
import type { ApproveRecusal, AskRecusal, ReassignCases } from '../../../core/contract/office-work.ts';
import { RECUSAL_SIDES } from '../../../core/contract/office-work.ts';
import { id, text } from '../../../platform/http/shapes.ts';
import { reason } from '../cases.schemas.ts';

const MOST_CASES = 100;

export const askRecusalBody = Joi.object<AskRecusal, true>({
  inspectorId: id().required(),
  side: Joi.string()
    .valid(...RECUSAL_SIDES)
    .required(),
  ground: text(1000, 2).required(),
});
export const approveRecusalBody = Joi.object<ApproveRecusal, true>({
  inspectorId: id().required(),
  note: text(1000),
});
export const reassignBody = Joi.object<ReassignCases, true>({
  cases: Joi.array()
    .items(Joi.object({ id: id().required(), version: Joi.number().integer().min(1).required() }))
    .min(1)
    .max(MOST_CASES)
    .unique('id')
    .required(),
  leadInspectorId: id(),
  coInspectorId: id(),
  reason: reason().required(),
}).or('leadInspectorId', 'coInspectorId');
