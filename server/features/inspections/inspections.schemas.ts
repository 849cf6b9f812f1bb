import Joi from 'joi';
import type { InspectionKind, WriteInspection, WriteOutreach } from '../../core/contract/inspections.ts';
import { INSPECTION_KINDS } from '../../core/contract/inspections.ts';
import type { ExportFormat, PageQuery } from '../../core/contract/page.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { areaCode, id, pageKeys, plainDate, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';

/** Keys of the list's order, and the stored field for each. */
export const DAY_SORTS = { on: 'on' } as const;

export interface ListOutreach extends PageQuery {
  areaCode?: string;
  from?: PlainDate;
  to?: PlainDate;
}
export interface ListInspections extends ListOutreach {
  kind?: InspectionKind;
  companyId?: string;
  projectId?: string;
}
export type ExportInspections = Omit<ListInspections, 'cursor' | 'limit'> & { format: ExportFormat };
export type ExportOutreach = Omit<ListOutreach, 'cursor' | 'limit'> & { format: ExportFormat };

const paging = pageKeys(Object.keys(DAY_SORTS));
const outreachFilters = { areaCode: areaCode(), from: plainDate(), to: plainDate() };
const inspectionFilters = {
  ...outreachFilters,
  kind: Joi.string().valid(...INSPECTION_KINDS),
  companyId: id(),
  projectId: id(),
};

export const listInspectionsQuery = Joi.object<ListInspections, true>({ ...inspectionFilters, ...paging });
export const listOutreachQuery = Joi.object<ListOutreach, true>({ ...outreachFilters, ...paging });
export const exportInspectionsQuery = Joi.object<ExportInspections, true>({
  ...inspectionFilters,
  sort: paging.sort,
  ...exportKeys,
});
export const exportOutreachQuery = Joi.object<ExportOutreach, true>({
  ...outreachFilters,
  sort: paging.sort,
  ...exportKeys,
});

export const inspectionBody = Joi.object<WriteInspection, true>({
  areaCode: areaCode().required(),
  on: plainDate().required(),
  kind: Joi.string()
    .valid(...INSPECTION_KINDS)
    .required(),
  companyId: id(),
  companyName: text(100).required(),
  projectId: id(),
  inspectors: text(100).required(),
  findings: text(2000).required(),
  result: Joi.string().valid('CLEAN', 'TO_RECTIFY').required(),
});

/** More of anything in one day's outreach is a slip of the hand. */
const MOST = 1_000_000;
const count = (): Joi.NumberSchema => Joi.number().strict().integer().min(0).max(MOST).required();

export const outreachBody = Joi.object<WriteOutreach, true>({
  areaCode: areaCode().required(),
  on: plainDate().required(),
  what: text(500).required(),
  leaflets: count(),
  vehicles: count(),
  people: count(),
  slogans: count(),
  consultations: count(),
});
