import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { mergeIntoBody } from '../companies/index.ts';
import { createProject } from './create-project.ts';
import { editProject } from './edit-project.ts';
import { projectsTable } from './export-projects.ts';
import { getProject } from './get-project.ts';
import { listProjects } from './list-projects.ts';
import { mergeProject } from './merge-project.ts';
import { projectQr } from './project-qr.ts';
import { getPublicProject } from './project-refs.ts';
import { PROJECTS_PERMISSIONS } from './projects.permissions.ts';
import * as shape from './projects.schemas.ts';

const { route, raw } = routesFor(PROJECTS_PERMISSIONS);
const one = { rate: 'write', params: idParams, versioned: true } as const;

export const projectsRoutes: Route[] = [
  route(
    'get /projects',
    'projects.list',
    { rate: 'read', query: shape.listProjectsQuery, says: ['项目列表', 'Projects'] },
    ({ query, ctx }) => listProjects(query, ctx),
  ),
  raw(
    'get /projects/export',
    'projects.export',
    { rate: 'export', query: shape.exportProjectsQuery, says: ['导出项目列表', 'Export projects'] },
    ({ query, ctx }, req, res) =>
      sendTable(
        res,
        projectsTable(query, ctx, req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN'),
      ),
  ),
  route(
    'get /projects/:id',
    'projects.list',
    { rate: 'read', params: idParams, says: ['项目详情', 'One project'] },
    ({ params, ctx }) => getProject(params.id, ctx),
  ),
  raw(
    'get /projects/:id/qr',
    'projects.list',
    {
      rate: 'read',
      params: idParams,
      says: ['维权告示牌二维码（SVG）', 'The QR of the rights board (SVG)'],
    },
    async ({ params, ctx }, _req, res) => {
      const svg = await projectQr(params.id, ctx);
      res.set('cache-control', 'private, no-store').type('image/svg+xml').send(svg);
    },
  ),
  route(
    'post /projects',
    'projects.create',
    {
      rate: 'write',
      body: shape.writeProjectBody,
      status: 201,
      idempotent: true,
      says: ['登记项目', 'Put a project on record'],
    },
    ({ body, ctx }) => createProject(body, ctx),
  ),
  route(
    'patch /projects/:id',
    'projects.edit',
    { ...one, body: shape.writeProjectBody, says: ['修改项目信息', 'Correct a project'] },
    ({ params, body, version, ctx }) => editProject(params.id, version, body, ctx),
  ),
  route(
    'post /projects/:id/merge',
    'projects.merge',
    { ...one, body: mergeIntoBody, says: ['合并重复项目', 'Merge a duplicate into another project'] },
    ({ params, body, version, ctx }) => mergeProject(params.id, version, body, ctx),
  ),
  route(
    'get /public/projects/:code',
    'projects.public',
    {
      rate: 'read',
      params: shape.projectCodeParams,
      says: ['扫码看到的项目信息', 'What the QR of a site tells'],
    },
    ({ params, ctx }) => getPublicProject(params.code, ctx),
  ),
];
