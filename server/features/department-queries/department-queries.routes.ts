import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { askCompany } from './ask-company.ts';
import { askCredit } from './ask-credit.ts';
import { askProject } from './ask-project.ts';
import { DEPARTMENT_QUERIES_PERMISSIONS } from './department-queries.permissions.ts';
import * as shape from './department-queries.schemas.ts';

const { route } = routesFor(DEPARTMENT_QUERIES_PERMISSIONS);

export const departmentQueriesRoutes: Route[] = [
  route(
    'get /machine/registry/companies/:creditCode',
    'registry.company',
    {
      ...{ rate: 'read', machine: 'registry', params: shape.creditCodeParams },
      says: ['部门查询企业（签名）', 'A department asks for a company (signed)'],
    },
    ({ params, ctx }) => askCompany(params.creditCode, ctx),
  ),
  route(
    'get /machine/registry/projects/:code',
    'registry.project',
    {
      ...{ rate: 'read', machine: 'registry', params: shape.projectCodeParams },
      says: ['部门查询项目（签名）', 'A department asks for a project (signed)'],
    },
    ({ params, ctx }) => askProject(params.code, ctx),
  ),
  route(
    'get /machine/registry/credit/:creditCode',
    'registry.credit',
    {
      ...{ rate: 'read', machine: 'registry', params: shape.creditCodeParams },
      says: ['部门查询企业工资支付信用（签名）', 'A department asks for a company’s credit (signed)'],
    },
    ({ params, ctx }) => askCredit(params.creditCode, ctx),
  ),
];
