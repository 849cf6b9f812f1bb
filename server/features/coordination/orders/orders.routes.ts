import type { Request } from 'express';
import type { Locale } from '../../../core/contract/accounts.ts';
import type { Route } from '../../../platform/http/route.ts';
import { routesFor } from '../../../platform/http/route.ts';
import { idParams } from '../../../platform/http/shapes.ts';
import { sendTable } from '../../../platform/tables/index.ts';
import { COORDINATION_PERMISSIONS } from '../coordination.permissions.ts';
import { moveBody, stepParams } from '../coordination-shapes.ts';
import { ordersTable } from './export-orders.ts';
import { getOrder, listOrders, listPublicSupervision } from './list-orders.ts';
import { moveOrder } from './move-order.ts';
import { openOrder } from './open-order.ts';
import * as shape from './orders.schemas.ts';

const { route, raw } = routesFor(COORDINATION_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

export const ordersRoutes: Route[] = [
  route(
    'get /supervision-orders',
    'supervisionOrders.list',
    { rate: 'read', query: shape.listOrdersQuery, says: ['督办列表', 'Supervision orders'] },
    ({ query, ctx }) => listOrders(query, ctx),
  ),
  raw(
    'get /supervision-orders/export',
    'supervisionOrders.export',
    { rate: 'export', query: shape.exportOrdersQuery, says: ['导出督办', 'Export supervision orders'] },
    ({ query, ctx }, req, res) => sendTable(res, ordersTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /supervision-orders/:id',
    'supervisionOrders.list',
    { rate: 'read', params: idParams, says: ['一项督办', 'One supervision order'] },
    ({ params, ctx }) => getOrder(params.id, ctx),
  ),
  route(
    'post /supervision-orders',
    'supervisionOrders.open',
    {
      ...{ rate: 'write', body: shape.openOrderBody, idempotent: true, status: 201 },
      says: ['发出督办', 'Issue a supervision order'],
    },
    ({ body, ctx }) => openOrder(body, ctx),
  ),
  route(
    'post /supervision-orders/:id/moves/:action',
    'supervisionOrders.move',
    {
      ...{ rate: 'write', params: stepParams, body: moveBody, versioned: true, idempotent: true },
      says: ['督办的一步', 'A step of a supervision order'],
    },
    ({ params, body, version, ctx }) => moveOrder({ ...params, version, given: body.given }, ctx),
  ),
  route(
    'get /public/listed-supervision',
    'supervisionOrders.public',
    { rate: 'read', says: ['挂牌督办公示', 'Listed supervision, for everybody'] },
    () => listPublicSupervision(),
  ),
];
