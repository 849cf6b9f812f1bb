import Joi from 'joi';
import type { ListSites } from '../../core/contract/dashboard.ts';
import { COVERAGE_ITEMS } from '../../core/contract/dashboard.ts';
import type { PageQuery } from '../../core/contract/page.ts';
import { CARD_LEVELS } from '../../core/contract/risk-levels.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { areaCode, pageKeys, plainDate } from '../../platform/http/shapes.ts';
import { SITE_SORTS } from './list-sites.ts';

/** A county, prefecture or province: what an office answers for, or several. */
export const officeArea = (): Joi.StringSchema =>
  Joi.string().pattern(/^(\d{2}|\d{4}|\d{6})$/, 'area of an office');

export interface AskDashboard {
  /** The reader's own area when missing. */
  areaCode?: string;
  /** Today when missing. */
  day?: PlainDate;
}
export const dashboardQuery = Joi.object<AskDashboard, true>({ areaCode: officeArea(), day: plainDate() });

export const sitesQuery = Joi.object<ListSites & PageQuery, true>({
  areaCode: areaCode(),
  industry: Joi.string().pattern(/^(-|[a-zA-Z0-9_]{1,40})$/, 'department'),
  level: Joi.string().valid(...CARD_LEVELS),
  item: Joi.string().valid(...COVERAGE_ITEMS),
  lacks: Joi.boolean(),
  ...pageKeys(Object.keys(SITE_SORTS)),
});
