import Joi from 'joi';
import type { MergeInto, WriteCompany } from '../../core/contract/companies.ts';
import { COMPANY_STATES } from '../../core/contract/companies.ts';
import { areaCode, id, pageKeys, properName, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ExportCompanies } from './export-companies.ts';
import type { ListCompanies } from './list-companies.ts';
import type { LookUpCompanies } from './look-up-companies.ts';
import { COMPANY_SORTS } from './list-companies.ts';

const filters = {
  q: text(50),
  areaCode: areaCode(),
  state: Joi.string().valid(...COMPANY_STATES),
};
const { sort, ...paging } = pageKeys(Object.keys(COMPANY_SORTS));
export const listCompaniesQuery = Joi.object<ListCompanies>({ ...paging, sort, ...filters });
export const exportCompaniesQuery = Joi.object<ExportCompanies>({ sort, ...filters, ...exportKeys });

/** Nobody leafs through the register by this door: the whole name or code, and nothing like it. */
export const lookupCompaniesQuery = Joi.object<LookUpCompanies>({
  q: text(100, 2).required(),
});

/** Offices are called on land lines too. */
const phone = (): Joi.StringSchema =>
  Joi.string()
    .trim()
    .max(20)
    .pattern(/^(?:1[3-9]\d{9}|(?:0\d{2,3}-?)?\d{7,8}(?:-\d{1,5})?|400-?\d{3}-?\d{4})$/, 'phone');

export const writeCompanyBody = Joi.object<WriteCompany, true>({
  name: properName(100, 2).required(),
  creditCode: text(40),
  areaCode: areaCode().required(),
  address: text(200),
  legalRepresentative: text(50),
  phone: phone(),
});

/** This record is a duplicate of another: for companies, projects and workers alike. */
export const mergeIntoBody = Joi.object<MergeInto, true>({
  intoId: id().required(),
  reason: text(500, 2).required(),
});
