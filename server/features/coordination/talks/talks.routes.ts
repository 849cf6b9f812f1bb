import type { Request } from 'express';
import type { Locale } from '../../../core/contract/accounts.ts';
import type { Route } from '../../../platform/http/route.ts';
import { routesFor } from '../../../platform/http/route.ts';
import { idParams } from '../../../platform/http/shapes.ts';
import { sendTable } from '../../../platform/tables/index.ts';
import { COORDINATION_PERMISSIONS } from '../coordination.permissions.ts';
import { moveBody, stepParams } from '../coordination-shapes.ts';
import { talksTable } from './export-talks.ts';
import { getTalk, listTalks } from './list-talks.ts';
import { moveTalk } from './move-talk.ts';
import { openTalk } from './open-talk.ts';
import * as shape from './talks.schemas.ts';

const { route, raw } = routesFor(COORDINATION_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

export const talksRoutes: Route[] = [
  route(
    'get /formal-talks',
    'formalTalks.list',
    { rate: 'read', query: shape.listTalksQuery, says: ['约谈列表', 'Formal talks'] },
    ({ query, ctx }) => listTalks(query, ctx),
  ),
  raw(
    'get /formal-talks/export',
    'formalTalks.export',
    { rate: 'export', query: shape.exportTalksQuery, says: ['导出约谈', 'Export formal talks'] },
    ({ query, ctx }, req, res) => sendTable(res, talksTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /formal-talks/:id',
    'formalTalks.list',
    { rate: 'read', params: idParams, says: ['一次约谈', 'One formal talk'] },
    ({ params, ctx }) => getTalk(params.id, ctx),
  ),
  route(
    'post /formal-talks',
    'formalTalks.open',
    {
      ...{ rate: 'write', body: shape.openTalkBody, idempotent: true, status: 201 },
      says: ['发起约谈', 'Call to a formal talk'],
    },
    ({ body, ctx }) => openTalk(body, ctx),
  ),
  route(
    'post /formal-talks/:id/moves/:action',
    'formalTalks.move',
    {
      ...{ rate: 'write', params: stepParams, body: moveBody, versioned: true, idempotent: true },
      says: ['约谈的一步', 'A step of a formal talk'],
    },
    ({ params, body, version, ctx }) => moveTalk({ ...params, version, given: body.given }, ctx),
  ),
];
