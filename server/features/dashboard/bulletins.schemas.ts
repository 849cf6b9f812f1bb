import Joi from 'joi';
import { plainDate } from '../../platform/http/shapes.ts';
import { officeArea } from './dashboard.schemas.ts';
import type { AskBulletin } from './get-bulletin.ts';
import { BULLETIN_KINDS } from './get-bulletin.ts';

export const BULLETIN_FORMATS = ['docx', 'pdf'] as const;
export type BulletinFormat = (typeof BULLETIN_FORMATS)[number];

const bulletin = {
  kind: Joi.string()
    .valid(...BULLETIN_KINDS)
    .required(),
  from: plainDate().required(),
  to: plainDate().required(),
  areaCode: officeArea(),
};
export const bulletinQuery = Joi.object<AskBulletin, true>(bulletin);
export const exportBulletinQuery = Joi.object<AskBulletin & { format: BulletinFormat }, true>({
  ...bulletin,
  format: Joi.string()
    .valid(...BULLETIN_FORMATS)
    .required(),
});
