import Joi from 'joi';
import type { AskedAbout } from '../../core/contract/coordination.ts';
import { ABOUT_KINDS } from '../../core/contract/coordination.ts';
import type { MoveLife } from '../../core/contract/lives.ts';
import { id } from '../../platform/http/shapes.ts';

const MOST_FIELDS = 30;
const LONGEST_VALUE = 2000;
const MOST_ITEMS = 20;

/** Any form: which fields it takes is the table's to say, and is checked against the very action. */
export const given = () =>
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

export const moveBody = Joi.object<MoveLife, true>({ given: given() });
export const stepParams = Joi.object<{ id: string; action: string }, true>({
  id: id().required(),
  action: Joi.string()
    .pattern(/^[a-zA-Z]{1,40}$/)
    .required(),
});
export const about = () =>
  Joi.object<AskedAbout, true>({
    kind: Joi.string()
      .valid(...ABOUT_KINDS)
      .required(),
    id: id().required(),
  });
export const departmentCode = (): Joi.StringSchema => Joi.string().pattern(/^[a-zA-Z]{1,40}$/, 'department');
