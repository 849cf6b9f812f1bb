import Joi from 'joi';
import type { MoveProceeding, OpenProceeding } from '../../../core/contract/proceedings.ts';
import { PROCEEDING_KINDS } from '../../../core/contract/proceedings.ts';
import { id } from '../../../platform/http/shapes.ts';

const MOST_FIELDS = 30;
const LONGEST_VALUE = 2000;
const MOST_ITEMS = 20;

/** Any form: which fields it takes is the table's to say, and is checked against the very action. */
const given = () =>
  Joi.object()
    .pattern(
      Joi.string().pattern(/^[a-zA-Z]{1,40}$/),
      Joi.alternatives(
        Joi.string().max(LONGEST_VALUE),
        Joi.number().strict(),
        Joi.boolean().strict(),
        Joi.array().items(id()).max(MOST_ITEMS),
      ),
    )
    .max(MOST_FIELDS)
    .required();

export const openProceedingBody = Joi.object<OpenProceeding, true>({
  kind: Joi.string()
    .valid(...PROCEEDING_KINDS)
    .required(),
  given: given(),
});
export const moveProceedingBody = Joi.object<MoveProceeding, true>({ given: given() });
export const stepParams = Joi.object<{ id: string; proceedingId: string; action: string }, true>({
  id: id().required(),
  proceedingId: id().required(),
  action: Joi.string()
    .pattern(/^[a-zA-Z]{1,40}$/)
    .required(),
});
