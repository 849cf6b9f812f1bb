import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { AREAS_PERMISSIONS } from './areas.permissions.ts';
import * as shapes from './areas.schemas.ts';
import { closeArea } from './close-area.ts';
import { createArea } from './create-area.ts';
import { editArea } from './edit-area.ts';
import { areasTable } from './export-areas.ts';
import { getArea } from './get-area.ts';
import { listAreas } from './list-areas.ts';
import { listDepartments } from './list-departments.ts';

const { route, raw } = routesFor(AREAS_PERMISSIONS);

export const areasRoutes: Route[] = [
  route(
    'get /areas',
    'areas.list',
    { rate: 'read', query: shapes.listAreasQuery, says: ['行政区划与网格', 'Divisions and grids'] },
    ({ query, ctx }) => listAreas(query, ctx),
  ),
  raw(
    'get /areas/export',
    'areas.export',
    { rate: 'export', query: shapes.exportAreasQuery, says: ['导出行政区划', 'Export divisions'] },
    ({ query, ctx }, req, res) =>
      sendTable(res, areasTable(query, ctx, req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN')),
  ),
  route(
    'get /areas/:code',
    'areas.read',
    { rate: 'read', params: shapes.areaParams, says: ['一个行政区划', 'One division'] },
    ({ params, ctx }) => getArea(params.code, ctx),
  ),
  route(
    'post /areas',
    'areas.create',
    {
      rate: 'write',
      body: shapes.createAreaBody,
      idempotent: true,
      status: 201,
      says: ['新增乡镇或网格', 'Add a town or grid'],
    },
    ({ body, ctx }) => createArea(body, ctx),
  ),
  route(
    'patch /areas/:code',
    'areas.edit',
    {
      rate: 'write',
      params: shapes.areaParams,
      body: shapes.editAreaBody,
      versioned: true,
      says: ['更正名称或来源', 'Correct names or source'],
    },
    ({ params, body, version, ctx }) => editArea(params.code, version, body, ctx),
  ),
  route(
    'post /areas/:code/close',
    'areas.close',
    {
      rate: 'write',
      params: shapes.areaParams,
      body: shapes.closeAreaBody,
      versioned: true,
      says: ['停用乡镇或网格', 'Close a town or grid'],
    },
    ({ params, body, version, ctx }) => closeArea(params.code, version, body, ctx),
  ),
  route(
    'get /departments',
    'departments.list',
    {
      rate: 'read',
      query: shapes.listDepartmentsQuery,
      says: ['联席会议成员单位', 'Member departments of the joint meeting'],
    },
    ({ query }) => listDepartments(query),
  ),
];
