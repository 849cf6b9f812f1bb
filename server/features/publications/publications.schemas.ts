import Joi from 'joi';
import type { MoveLife } from '../../core/contract/lives.ts';
import type {
  ListPublications,
  ListViolations,
  ProposePublication,
} from '../../core/contract/publications.ts';
import { PUBLICATION_STATES } from '../../core/contract/publications.ts';
import { areaCode, id, pageKeys, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ExportPublications } from './export-publications.ts';
import { PUBLICATION_SORTS } from './list-publications.ts';

/** What is given is read by the table's own form. */
const given = () => Joi.object().max(40).required();
export const proposeBody = Joi.object<ProposePublication, true>({ caseId: id().required(), given: given() });
export const moveBody = Joi.object<MoveLife, true>({ given: given() });
export const moveParams = Joi.object<{ id: string; action: string }, true>({
  id: id().required(),
  action: Joi.string()
    .pattern(/^[a-zA-Z]{1,40}$/)
    .required(),
});

const filters = {
  q: text(100),
  state: Joi.string().valid(...PUBLICATION_STATES),
  areaCode: areaCode(),
  due: Joi.boolean(),
} as const;
const paging = pageKeys(Object.keys(PUBLICATION_SORTS));
export const listQuery = Joi.object<ListPublications, true>({ ...filters, ...paging });
export const exportQuery = Joi.object<ExportPublications, true>({
  ...filters,
  sort: paging.sort,
  ...exportKeys,
});
export const violationsQuery = Joi.object<ListViolations, true>({
  q: text(100),
  areaCode: areaCode(),
  ...pageKeys(['publicOn']),
});
