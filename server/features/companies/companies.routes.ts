import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { COMPANIES_PERMISSIONS } from './companies.permissions.ts';
import * as shape from './companies.schemas.ts';
import { createCompany } from './create-company.ts';
import { editCompany } from './edit-company.ts';
import { companiesTable } from './export-companies.ts';
import { getCompany } from './get-company.ts';
import { listCompanies } from './list-companies.ts';
import { lookUpCompanies } from './look-up-companies.ts';
import { mergeCompany } from './merge-company.ts';

const { route, raw } = routesFor(COMPANIES_PERMISSIONS);
const one = { rate: 'write', params: idParams, versioned: true } as const;

export const companiesRoutes: Route[] = [
  route(
    'get /companies',
    'companies.list',
    { rate: 'read', query: shape.listCompaniesQuery, says: ['企业列表', 'Companies'] },
    ({ query, ctx }) => listCompanies(query, ctx),
  ),
  raw(
    'get /companies/export',
    'companies.export',
    { rate: 'export', query: shape.exportCompaniesQuery, says: ['导出企业列表', 'Export companies'] },
    ({ query, ctx }, req, res) =>
      sendTable(
        res,
        companiesTable(query, ctx, req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN'),
      ),
  ),
  route(
    'get /companies/lookup',
    'companies.lookup',
    {
      rate: 'read',
      query: shape.lookupCompaniesQuery,
      says: ['按全称或信用代码查企业', 'A company by its exact name or credit code'],
    },
    ({ query, ctx }) => lookUpCompanies(query, ctx),
  ),
  route(
    'get /companies/:id',
    'companies.list',
    { rate: 'read', params: idParams, says: ['企业详情', 'One company'] },
    ({ params, ctx }) => getCompany(params.id, ctx),
  ),
  route(
    'post /companies',
    'companies.create',
    {
      rate: 'write',
      body: shape.writeCompanyBody,
      status: 201,
      idempotent: true,
      says: ['登记企业', 'Put a company on record'],
    },
    ({ body, ctx }) => createCompany(body, ctx),
  ),
  route(
    'patch /companies/:id',
    'companies.edit',
    { ...one, body: shape.writeCompanyBody, says: ['修改企业信息', 'Correct a company'] },
    ({ params, body, version, ctx }) => editCompany(params.id, version, body, ctx),
  ),
  route(
    'post /companies/:id/merge',
    'companies.merge',
    { ...one, body: shape.mergeIntoBody, says: ['合并重复企业', 'Merge a duplicate into another company'] },
    ({ params, body, version, ctx }) => mergeCompany(params.id, version, body, ctx),
  ),
];
