import Joi from 'joi';
import type { WriteProject } from '../../core/contract/projects.ts';
import { INVESTMENT_TYPES, PARTY_ROLES, PROJECT_STATES } from '../../core/contract/projects.ts';
import { areaCode, id, pageKeys, plainDate, properName, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ExportProjects } from './export-projects.ts';
import type { ListProjects } from './list-projects.ts';
import { PROJECT_SORTS } from './list-projects.ts';

const filters = {
  q: text(50),
  areaCode: areaCode(),
  state: Joi.string().valid(...PROJECT_STATES),
  companyId: id(),
};
const { sort, ...paging } = pageKeys(Object.keys(PROJECT_SORTS));
export const listProjectsQuery = Joi.object<ListProjects>({ ...paging, sort, ...filters });
export const exportProjectsQuery = Joi.object<ExportProjects>({ sort, ...filters, ...exportKeys });

const party = Joi.object<WriteProject['parties'][number], true>({
  role: Joi.string()
    .valid(...PARTY_ROLES)
    .required(),
  companyId: id().required(),
});

export const writeProjectBody = Joi.object<WriteProject, true>({
  name: properName(120, 2).required(),
  areaCode: areaCode().required(),
  site: text(200, 2).required(),
  investmentType: Joi.string().valid(...INVESTMENT_TYPES),
  industryDepartment: Joi.string().pattern(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, 'code'),
  parties: Joi.array().items(party).max(30).unique().required(),
  state: Joi.string()
    .valid(...PROJECT_STATES.filter((state) => state !== 'merged'))
    .required(),
  startedOn: plainDate(),
});

/** As typed off a board: ten digits, perhaps with blanks or hyphens between them. */
export const projectCodeParams = Joi.object<{ code: string }, true>({
  code: Joi.string()
    .max(20)
    .pattern(/^\d(?:[\s-]?\d){9}$/, 'project code')
    .required(),
});
