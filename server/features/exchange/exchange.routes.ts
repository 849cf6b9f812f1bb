import { BUNDLE_MOST_KB } from '../../core/contract/standard-data.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { EXCHANGE_PERMISSIONS } from './exchange.permissions.ts';
import * as shape from './exchange.schemas.ts';
import { exportProject } from './export-project.ts';
import { foreseeImport } from './foresee-import.ts';
import { importBundle } from './import-bundle.ts';

const { route } = routesFor(EXCHANGE_PERMISSIONS);

export const exchangeRoutes: Route[] = [
  route(
    'get /exchange/projects/:id',
    'exchange.export',
    {
      ...{ rate: 'export', params: idParams, query: shape.exportQuery },
      says: ['按国家数据标准导出一个项目', 'One project in the objects of the national data standard'],
    },
    ({ params, query, ctx }) => exportProject(params.id, query, ctx),
  ),
  route(
    'post /exchange/check',
    'exchange.import',
    {
      ...{ rate: 'write', body: shape.bundleBody, bodyKb: BUNDLE_MOST_KB },
      says: ['检查按国家数据标准的一个项目，不保存', 'Check a project in those objects and store nothing'],
    },
    ({ body, ctx }) => foreseeImport(body, ctx),
  ),
  route(
    'post /exchange/import',
    'exchange.import',
    {
      ...{ rate: 'write', body: shape.bundleBody, bodyKb: BUNDLE_MOST_KB, idempotent: true },
      says: ['按国家数据标准导入一个项目', 'Take in a project in the objects of the national data standard'],
    },
    ({ body, ctx }) => importBundle(body, ctx),
  ),
];
