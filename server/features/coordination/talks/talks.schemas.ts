import Joi from 'joi';
import type { ListFormalTalks, OpenFormalTalk } from '../../../core/contract/coordination-office.ts';
import { TALK_STATES } from '../../../core/contract/coordination-office.ts';
import { areaCode, pageKeys, properName } from '../../../platform/http/shapes.ts';
import { exportKeys } from '../../../platform/tables/index.ts';
import { about, given } from '../coordination-shapes.ts';
import type { ExportTalks } from './export-talks.ts';
import { TALK_SORTS } from './list-talks.ts';

const filters = {
  areaCode: areaCode(),
  state: Joi.string().valid(...TALK_STATES),
  open: Joi.boolean(),
};
const paging = pageKeys(Object.keys(TALK_SORTS));
export const listTalksQuery = Joi.object<ListFormalTalks, true>({ ...filters, ...paging });
export const exportTalksQuery = Joi.object<ExportTalks, true>({
  ...filters,
  sort: paging.sort,
  ...exportKeys,
});

export const openTalkBody = Joi.object<OpenFormalTalk, true>({
  areaCode: areaCode().required(),
  unitName: properName(100).required(),
  about: about(),
  given: given(),
});
