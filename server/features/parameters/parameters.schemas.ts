import Joi from 'joi';
import type { SetParameter } from '../../core/contract/areas.ts';
import { areaCode, plainDate, text } from '../../platform/http/shapes.ts';
import type { ParameterGroup } from './definitions.ts';
import { PARAMETER_GROUPS } from './definitions.ts';

export interface ListParameters {
  areaCode?: string;
  group?: ParameterGroup;
  q?: string;
  /** Only those without a value in force. */
  unset?: boolean;
}

export const listParametersQuery = Joi.object<ListParameters, true>({
  areaCode: areaCode(),
  group: Joi.string().valid(...PARAMETER_GROUPS),
  q: text(50),
  unset: Joi.boolean(),
});

export const getParameterQuery = Joi.object<{ areaCode?: string }, true>({ areaCode: areaCode() });

export const parameterParams = Joi.object<{ key: string }, true>({
  key: Joi.string()
    .pattern(/^[a-zA-Z0-9]{1,60}$/, 'key')
    .required(),
});

/** The value's own shape follows from the parameter; here it only has to be one of the possible kinds. */
export const setParameterBody = Joi.object<SetParameter>({
  areaCode: areaCode().required(),
  from: plainDate().required(),
  value: Joi.alternatives(
    Joi.number().strict(),
    Joi.string(),
    Joi.array().max(100),
    Joi.object().max(100),
  ).required(),
  source: text(300).required(),
});
