import Joi from 'joi';
import type { NoteAbsence, StandInRole } from '../../core/contract/office-work.ts';
import { STAND_IN_ROLES } from '../../core/contract/office-work.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { areaCode, id, plainDate } from '../../platform/http/shapes.ts';

/** plainDate() has checked the form; joi's types know texts only. */
const day = (): Joi.StringSchema<PlainDate> => plainDate() as Joi.StringSchema<PlainDate>;
const officeCode = (): Joi.StringSchema => areaCode().length(6).required();
const role = () =>
  Joi.string()
    .valid(...STAND_IN_ROLES)
    .required();

export const absencesQuery = Joi.object<{ officeCode: string }, true>({ officeCode: officeCode() });
export const peopleQuery = Joi.object<{ officeCode: string; role: StandInRole }, true>({
  officeCode: officeCode(),
  role: role(),
});
export const noteAbsenceBody = Joi.object<NoteAbsence, true>({
  userId: id(),
  role: role(),
  officeCode: officeCode(),
  from: day().required(),
  until: day().required(),
  substituteId: id().required(),
});
