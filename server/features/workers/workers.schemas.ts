import Joi from 'joi';
import type { RevealWorker, WriteWorker } from '../../core/contract/workers.ts';
import { WORKER_SECRETS, WORKER_STATES } from '../../core/contract/workers.ts';
import { areaCode, mobile, pageKeys, properName, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ExportWorkers } from './export-workers.ts';
import type { ListWorkers } from './list-workers.ts';
import { WORKER_SORTS } from './list-workers.ts';

const filters = {
  q: text(50),
  areaCode: areaCode(),
  state: Joi.string().valid(...WORKER_STATES),
};
const { sort, ...paging } = pageKeys(Object.keys(WORKER_SORTS));
export const listWorkersQuery = Joi.object<ListWorkers>({ ...paging, sort, ...filters });
export const exportWorkersQuery = Joi.object<ExportWorkers>({ sort, ...filters, ...exportKeys });

export const writeWorkerBody = Joi.object<WriteWorker, true>({
  name: properName(50).required(),
  areaCode: areaCode().required(),
  citizenId: text(40),
  phone: mobile(),
  bankCard: text(40),
});

export const revealWorkerBody = Joi.object<RevealWorker, true>({
  field: Joi.string()
    .valid(...WORKER_SECRETS)
    .required(),
  reason: text(200, 2).required(),
});
