import Joi from 'joi';
import type { StartEvidencePack } from '../../../core/contract/evidence.ts';
import { id, properName, text } from '../../../platform/http/shapes.ts';

export const startPackBody = Joi.object<StartEvidencePack, true>({
  forWhom: Joi.string().valid('arbitration', 'court', 'police', 'other').required(),
  recipient: properName(80).required(),
  reason: text(300).required(),
  evidenceIds: Joi.array().items(id()).min(1).max(500).unique(),
  useCopies: Joi.boolean().strict().required(),
});
