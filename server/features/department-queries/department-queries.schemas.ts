import Joi from 'joi';

/** The form of a code; whether its check digit is right is found out by looking it up. */
export const creditCodeParams = Joi.object<{ creditCode: string }, true>({
  creditCode: Joi.string()
    .uppercase()
    .pattern(/^[0-9A-Z]{18}$/, 'credit code')
    .required(),
});
export const projectCodeParams = Joi.object<{ code: string }, true>({
  code: Joi.string()
    .pattern(/^\d{10}$/, 'project code')
    .required(),
});
