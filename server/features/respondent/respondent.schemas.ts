import Joi from 'joi';
import type { ListMatters, SendProof } from '../../core/contract/matters.ts';
import { MATTER_STANDINGS, PROOF_DOCUMENTS } from '../../core/contract/matters.ts';
import { id, pageKeys, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ExportMatters } from './export-matters.ts';
import { MATTER_SORTS } from './list-matters.ts';

const filters = { q: text(60), standing: Joi.string().valid(...MATTER_STANDINGS) };

export const listQuery = Joi.object<ListMatters, true>({ ...filters, ...pageKeys(MATTER_SORTS) });
export const exportQuery = Joi.object<ExportMatters, true>({
  ...filters,
  sort: pageKeys(MATTER_SORTS).sort,
  ...exportKeys,
});
export const paperParams = Joi.object<{ id: string; paperId: string }, true>({
  id: id().required(),
  paperId: id().required(),
});
export const sendBody = Joi.object<SendProof, true>({
  demandId: id().required(),
  document: Joi.string()
    .valid(...PROOF_DOCUMENTS)
    .required(),
  fileIds: Joi.array().items(id()).max(20).unique().required(),
  noneBecause: text(1000, 2),
}).required();
