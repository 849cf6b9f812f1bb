import Joi from 'joi';
import type { ListSupervisionOrders, OpenSupervisionOrder } from '../../../core/contract/coordination.ts';
import { ORDER_STATES } from '../../../core/contract/coordination.ts';
import { areaCode, pageKeys, plainDate, properName, text } from '../../../platform/http/shapes.ts';
import { exportKeys } from '../../../platform/tables/index.ts';
import { about, departmentCode, given } from '../coordination-shapes.ts';
import type { ExportOrders } from './export-orders.ts';
import { ORDER_SORTS } from './list-orders.ts';

const filters = {
  areaCode: areaCode(),
  departmentCode: departmentCode(),
  state: Joi.string().valid(...ORDER_STATES),
  open: Joi.boolean(),
  listed: Joi.boolean(),
  due: Joi.string().valid('overdue', 'today', 'within3'),
};
const paging = pageKeys(Object.keys(ORDER_SORTS));
export const listOrdersQuery = Joi.object<ListSupervisionOrders, true>({ ...filters, ...paging });
export const exportOrdersQuery = Joi.object<ExportOrders, true>({
  ...filters,
  sort: paging.sort,
  ...exportKeys,
});
const MOST_MILESTONES = 12;

export const openOrderBody = Joi.object<OpenSupervisionOrder, true>({
  areaCode: areaCode().required(),
  title: text(120).required(),
  about: about(),
  departmentCode: departmentCode(),
  responsibleUnit: properName(100),
  milestones: Joi.array()
    .items(Joi.object({ name: text(120).required(), dueOn: plainDate().required() }))
    .max(MOST_MILESTONES)
    .required(),
  given: given(),
});
