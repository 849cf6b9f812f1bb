import Joi from 'joi';
import { COUNTERS } from '../../core/campaigns/double-zero.ts';
import type { ListMatters, OpenCampaign } from '../../core/contract/campaigns.ts';
import { MATTER_PARTS } from '../../core/contract/campaigns.ts';
import { areaCode, pageKeys } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import { givenShape } from '../inspections/index.ts';
import type { ExportMatters } from './export-matters.ts';
import type { ListCampaigns } from './list-campaigns.ts';
import { CAMPAIGN_SORTS } from './list-campaigns.ts';
import { MATTER_SORTS } from './list-matters.ts';

/** A county, prefecture or province. */
const officeArea = (): Joi.StringSchema => Joi.string().pattern(/^(\d{2}|\d{4}|\d{6})$/, 'area of an office');

export const listCampaignsQuery = Joi.object<ListCampaigns, true>({
  open: Joi.boolean(),
  ...pageKeys(Object.keys(CAMPAIGN_SORTS)),
});
export const openCampaignBody = Joi.object<OpenCampaign, true>({
  areaCode: officeArea().required(),
  given: givenShape(),
});
export const boardQuery = Joi.object<{ areaCode?: string }, true>({ areaCode: officeArea() });

const filters = {
  counter: Joi.string().valid(...COUNTERS),
  part: Joi.string().valid(...MATTER_PARTS),
  areaCode: areaCode(),
  department: Joi.string().pattern(/^(-|[a-zA-Z0-9_]{1,40})$/, 'department'),
};
const paging = pageKeys(Object.keys(MATTER_SORTS));
export const listMattersQuery = Joi.object<ListMatters, true>({ ...filters, ...paging });
export const exportMattersQuery = Joi.object<ExportMatters, true>({
  ...filters,
  sort: paging.sort,
  ...exportKeys,
});
