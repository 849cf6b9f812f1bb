import Joi from 'joi';
import type { AreaLevel, CloseArea, CreateArea, EditArea } from '../../core/contract/areas.ts';
import { AREA_LEVELS } from '../../core/contract/areas.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import { areaCode, plainDate, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';

export interface ListAreas {
  parent?: string;
  level?: AreaLevel;
  q?: string;
  /** Also the areas that are closed or not yet open. */
  closed?: boolean;
  cursor?: string;
  limit?: number;
}

const filters = {
  parent: areaCode(),
  level: Joi.string().valid(...AREA_LEVELS),
  q: text(50),
  closed: Joi.boolean(),
};

export const listAreasQuery = Joi.object<ListAreas, true>({
  ...filters,
  cursor: Joi.string().pattern(/^\d{2,12}\.\d{4}-\d{2}-\d{2}$/, 'cursor'),
  limit: Joi.number().integer().min(1).max(200),
});

export type ExportAreas = Omit<ListAreas, 'cursor' | 'limit'> & { format: ExportFormat };
export const exportAreasQuery = Joi.object<ExportAreas, true>({
  ...filters,
  ...exportKeys,
});

export const areaParams = Joi.object<{ code: string }, true>({ code: areaCode().required() });

export const createAreaBody = Joi.object<CreateArea, true>({
  parentCode: areaCode().required(),
  code: areaCode(),
  name: text(60).required(),
  nameEn: text(120).required(),
  validFrom: plainDate().required(),
  source: text(200).required(),
});

export const editAreaBody = Joi.object<EditArea, true>({
  name: text(60).required(),
  nameEn: text(120).required(),
  source: text(200).required(),
});

export const closeAreaBody = Joi.object<CloseArea, true>({
  validTo: plainDate().required(),
  reason: text(200).required(),
});

export const listDepartmentsQuery = Joi.object<{ areaCode?: string }, true>({ areaCode: areaCode() });
