import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { renewSecret, switchWebhook } from './change-webhook.ts';
import { listDeliveries, listWebhooks } from './list-webhooks.ts';
import { openWebhook } from './open-webhook.ts';
import { pingWebhook, sendAgain } from './send-by-hand.ts';
import { WEBHOOKS_PERMISSIONS } from './webhooks.permissions.ts';
import * as shape from './webhooks.schemas.ts';

const { route } = routesFor(WEBHOOKS_PERMISSIONS);

export const webhooksRoutes: Route[] = [
  route(
    'get /webhooks',
    'webhooks.list',
    { rate: 'read', query: shape.listQuery, says: ['事件推送', 'Webhooks'] },
    ({ query, ctx }) => listWebhooks(query, ctx),
  ),
  route(
    'post /webhooks',
    'webhooks.open',
    {
      rate: 'write',
      body: shape.openBody,
      idempotent: true,
      status: 201,
      says: ['开通事件推送（密钥只显示一次）', 'Open a webhook; its secret is shown once'],
    },
    ({ body, ctx }) => openWebhook(body, ctx),
  ),
  route(
    'post /webhooks/:id/switch',
    'webhooks.change',
    {
      rate: 'write',
      params: idParams,
      body: shape.switchBody,
      versioned: true,
      says: ['停用或恢复事件推送', 'Switch a webhook off or on'],
    },
    ({ params, body, version, ctx }) => switchWebhook({ ...params, ...body, version }, ctx),
  ),
  route(
    'post /webhooks/:id/secret',
    'webhooks.change',
    {
      rate: 'write',
      params: idParams,
      versioned: true,
      says: ['更换推送密钥（只显示一次）', 'A new secret, shown once'],
    },
    ({ params, version, ctx }) => renewSecret({ ...params, version }, ctx),
  ),
  route(
    'post /webhooks/:id/ping',
    'webhooks.send',
    {
      rate: 'write',
      params: idParams,
      idempotent: true,
      status: 201,
      says: ['发送一条测试推送', 'Send a test delivery'],
    },
    ({ params, ctx }) => pingWebhook(params.id, ctx),
  ),
  route(
    'get /webhooks/:id/deliveries',
    'webhooks.list',
    {
      rate: 'read',
      params: idParams,
      query: shape.deliveriesQuery,
      says: ['推送记录', 'Deliveries of a webhook'],
    },
    ({ params, query, ctx }) => listDeliveries(params.id, query, ctx),
  ),
  route(
    'post /webhook-deliveries/:id/send-again',
    'webhooks.send',
    {
      rate: 'write',
      params: shape.deliveryParams,
      idempotent: true,
      says: ['重新推送', 'Send a parked delivery again'],
    },
    ({ params, ctx }) => sendAgain(params.id, ctx),
  ),
];
