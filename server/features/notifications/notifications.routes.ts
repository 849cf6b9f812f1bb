import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { listDemoInbox } from './list-demo-inbox.ts';
import { listNotifications } from './list-notifications.ts';
import { listOutbox } from './list-outbox.ts';
import { NOTIFICATIONS_PERMISSIONS } from './notifications.permissions.ts';
import { demoInboxQuery, listNotificationsQuery, listOutboxQuery } from './notifications.schemas.ts';
import { readAllNotifications, readNotification } from './read-notifications.ts';
import { retryOutboxMessage } from './retry-outbox-message.ts';
import { summariseOutbox } from './summarise-outbox.ts';

const { route } = routesFor(NOTIFICATIONS_PERMISSIONS);

export const notificationsRoutes: Route[] = [
  route(
    'get /outbox',
    'outbox.list',
    { rate: 'read', query: listOutboxQuery, says: ['发件箱', 'Messages sent, waiting and failed'] },
    ({ query, ctx }) => listOutbox(query, ctx),
  ),
  route(
    'get /outbox/summary',
    'outbox.list',
    { rate: 'read', says: ['发件箱概况', 'Messages by state'] },
    ({ ctx }) => summariseOutbox(ctx),
  ),
  route(
    'post /outbox/:id/retry',
    'outbox.retry',
    { rate: 'write', params: idParams, says: ['重发失败的消息', 'Try a failed message again'] },
    ({ params, ctx }) => retryOutboxMessage(params.id, ctx),
  ),
  route(
    'get /demo-inbox',
    'demoInbox.read',
    {
      rate: 'read',
      query: demoInboxQuery,
      says: ['演示收件箱（仅演示模式）', 'Demo inbox (demo mode only)'],
    },
    ({ query }) => listDemoInbox(query),
  ),
  route(
    'get /notifications',
    'notifications.listOwn',
    { rate: 'read', query: listNotificationsQuery, says: ['我的通知', 'My notifications'] },
    ({ query, ctx }) => listNotifications(query, ctx),
  ),
  route(
    'post /notifications/:id/read',
    'notifications.readOwn',
    { rate: 'write', params: idParams, says: ['标为已读', 'Mark as read'] },
    ({ params, ctx }) => readNotification(params.id, ctx),
  ),
  route(
    'post /notifications/read-all',
    'notifications.readOwn',
    { rate: 'write', says: ['全部标为已读', 'Mark all as read'] },
    ({ ctx }) => readAllNotifications(ctx),
  ),
];
