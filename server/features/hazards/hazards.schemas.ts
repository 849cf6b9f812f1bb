import Joi from 'joi';
import type { OpenHazard } from '../../core/contract/hazards.ts';
import type { ExportFormat, PageQuery } from '../../core/contract/page.ts';
import type { HazardLevel, HazardState } from '../../core/hazards/hazard-table.ts';
import { HAZARD_LEVELS, HAZARD_STATES } from '../../core/hazards/hazard-table.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { areaCode, id, pageKeys, plainDate } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import { givenShape } from '../inspections/index.ts';

export const HAZARD_SORTS = { on: 'openedOn' } as const;

export interface ListHazards extends PageQuery {
  areaCode?: string;
  state?: HazardState;
  level?: HazardLevel;
  open?: boolean;
  projectId?: string;
}
export type ExportHazards = Omit<ListHazards, 'cursor' | 'limit'> & { format: ExportFormat };
export interface CountHazards {
  areaCode?: string;
  from?: PlainDate;
  to?: PlainDate;
}

const paging = pageKeys(Object.keys(HAZARD_SORTS));
const filters = {
  areaCode: areaCode(),
  state: Joi.string().valid(...HAZARD_STATES),
  level: Joi.string().valid(...HAZARD_LEVELS),
  open: Joi.boolean(),
  projectId: id(),
};
export const listHazardsQuery = Joi.object<ListHazards, true>({ ...filters, ...paging });
export const exportHazardsQuery = Joi.object<ExportHazards, true>({
  ...filters,
  sort: paging.sort,
  ...exportKeys,
});
export const countHazardsQuery = Joi.object<CountHazards, true>({
  areaCode: areaCode(),
  from: plainDate(),
  to: plainDate(),
});
export const hazardBody = Joi.object<OpenHazard, true>({
  areaCode: areaCode().required(),
  projectId: id(),
  given: givenShape(),
});
