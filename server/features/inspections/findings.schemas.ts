import Joi from 'joi';
import { CHECKLIST_ANSWERS } from '../../core/contract/inspections.ts';
import type { ChecklistLine, SitePlace, WriteSiteInspection } from '../../core/contract/inspections.ts';
import { INSPECTION_KINDS } from '../../core/contract/inspections.ts';
import type { MoveLife } from '../../core/contract/lives.ts';
import type { ExportFormat, PageQuery } from '../../core/contract/page.ts';
import type { ChecklistItemId } from '../../core/contract/safeguards.ts';
import { CHECKLIST_ITEMS } from '../../core/contract/safeguards.ts';
import type { FindingState } from '../../core/inspections/finding-table.ts';
import { FINDING_STATES } from '../../core/inspections/finding-table.ts';
import { areaCode, id, pageKeys, plainDate, properName, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';

export const FINDING_SORTS = { due: 'nextDueOn', on: 'openedOn' } as const;

export interface ListFindings extends PageQuery {
  areaCode?: string;
  state?: FindingState;
  open?: boolean;
  item?: ChecklistItemId;
  projectId?: string;
  companyId?: string;
  inspectionId?: string;
}
export type ExportFindings = Omit<ListFindings, 'cursor' | 'limit'> & { format: ExportFormat };

const paging = pageKeys(Object.keys(FINDING_SORTS));
const filters = {
  areaCode: areaCode(),
  state: Joi.string().valid(...FINDING_STATES),
  open: Joi.boolean(),
  item: Joi.string().valid(...CHECKLIST_ITEMS),
  projectId: id(),
  companyId: id(),
  inspectionId: id(),
};
export const listFindingsQuery = Joi.object<ListFindings, true>({ ...filters, ...paging });
export const exportFindingsQuery = Joi.object<ExportFindings, true>({
  ...filters,
  sort: paging.sort,
  ...exportKeys,
});

const MOST_FILES = 20;
const files = (): Joi.ArraySchema => Joi.array().items(id()).max(MOST_FILES).unique().required();
const isNotOk = Joi.string().valid('NOT_OK').required();

const line = Joi.object<ChecklistLine, true>({
  item: Joi.string()
    .valid(...CHECKLIST_ITEMS)
    .required(),
  answer: Joi.string()
    .valid(...CHECKLIST_ANSWERS)
    .required(),
  note: text(1000).when('answer', { is: isNotOk, then: Joi.required() }),
  rectifyBy: plainDate().when('answer', { is: isNotOk, then: Joi.required(), otherwise: Joi.forbidden() }),
  fileIds: files(),
});
const place = Joi.object<SitePlace, true>({
  text: text(200),
  latitude: Joi.number().strict().min(-90).max(90),
  longitude: Joi.number().strict().min(-180).max(180),
}).and('latitude', 'longitude');

export const siteInspectionBody = Joi.object<WriteSiteInspection, true>({
  areaCode: areaCode().required(),
  on: plainDate().required(),
  kind: Joi.string()
    .valid(...INSPECTION_KINDS)
    .required(),
  companyId: id(),
  companyName: text(100).required(),
  projectId: id(),
  inspectors: Joi.array().items(properName(20)).min(1).max(6).required(),
  companions: text(200),
  place,
  checklist: Joi.array().items(line).length(CHECKLIST_ITEMS.length).unique('item').required(),
  remark: text(1000),
  fileIds: files(),
});

const MOST_FIELDS = 30;
const LONGEST_VALUE = 2000;

/** Any form of a life: which fields it takes is its table's to say, and is checked against the very action. */
export const givenShape = () =>
  Joi.object()
    .pattern(
      Joi.string().pattern(/^[a-zA-Z]{1,40}$/),
      Joi.alternatives(
        Joi.string().max(LONGEST_VALUE),
        Joi.number().strict(),
        Joi.boolean().strict(),
        Joi.array().items(id()).max(MOST_FILES),
      ),
    )
    .max(MOST_FIELDS)
    .required();
export const moveBody = Joi.object<MoveLife, true>({ given: givenShape() });
export const moveParams = Joi.object<{ id: string; action: string }, true>({
  id: id().required(),
  action: Joi.string()
    .pattern(/^[a-zA-Z]{1,40}$/)
    .required(),
});
