import Joi from 'joi';
import type {
  AskReplies,
  ListDepartmentTasks,
  OpenDepartmentTask,
} from '../../../core/contract/coordination.ts';
import { TASK_KINDS, TASK_MATTERS, TASK_STATES } from '../../../core/contract/coordination.ts';
import { areaCode, id, pageKeys, plainDate, text } from '../../../platform/http/shapes.ts';
import { exportKeys } from '../../../platform/tables/index.ts';
import { about, departmentCode, given } from '../coordination-shapes.ts';
import type { ExportReplies, ExportTasks } from './export-tasks.ts';
import { TASK_SORTS } from './list-tasks.ts';

const filters = {
  areaCode: areaCode(),
  departmentCode: departmentCode(),
  kind: Joi.string().valid(...TASK_KINDS),
  state: Joi.string().valid(...TASK_STATES),
  open: Joi.boolean(),
  due: Joi.string().valid('overdue', 'today', 'within3'),
  aboutId: id(),
};
const paging = pageKeys(Object.keys(TASK_SORTS));
export const listTasksQuery = Joi.object<ListDepartmentTasks, true>({ ...filters, ...paging });
export const exportTasksQuery = Joi.object<ExportTasks, true>({
  ...filters,
  sort: paging.sort,
  ...exportKeys,
});
const days = { areaCode: areaCode(), from: plainDate(), to: plainDate() };
export const repliesQuery = Joi.object<AskReplies, true>(days);
export const exportRepliesQuery = Joi.object<ExportReplies, true>({ ...days, ...exportKeys });

export const openTaskBody = Joi.object<OpenDepartmentTask, true>({
  areaCode: areaCode().required(),
  departmentCode: departmentCode().required(),
  kind: Joi.string()
    .valid(...TASK_KINDS)
    .required(),
  matter: Joi.string()
    .valid(...TASK_MATTERS)
    .required(),
  title: text(120).required(),
  about: about(),
  given: given(),
});
