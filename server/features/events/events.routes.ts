import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { EVENTS_PERMISSIONS } from './events.permissions.ts';
import {
  chainFileQuery,
  dayParams,
  exportEventsQuery,
  listEventDaysQuery,
  listEventsQuery,
  listRootsQuery,
} from './events.schemas.ts';
import { exportChainFile } from './export-chain-file.ts';
import { eventsTable } from './export-events.ts';
import { getDailyRoot } from './get-daily-root.ts';
import { listDailyRoots } from './list-daily-roots.ts';
import { listEventDays } from './list-event-days.ts';
import { listEventKeys } from './list-event-keys.ts';
import { listEvents } from './list-events.ts';
import { sendChainFile } from './send-chain-file.ts';
import { verifyEventChain } from './verify-event-chain.ts';

const { route, raw } = routesFor(EVENTS_PERMISSIONS);

export const eventsRoutes: Route[] = [
  route(
    'get /events',
    'events.list',
    { rate: 'read', query: listEventsQuery, says: ['操作记录', 'What was done, by whom and when'] },
    ({ query, ctx }) => listEvents(query, ctx),
  ),
  raw(
    'get /events/export',
    'events.export',
    { rate: 'export', query: exportEventsQuery, says: ['导出操作记录', 'Export the record as a table'] },
    ({ query, ctx }, req, res) =>
      sendTable(res, eventsTable(query, ctx, req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN')),
  ),
  raw(
    'get /events/chain-file',
    'events.export',
    {
      rate: 'export',
      query: chainFileQuery,
      says: ['导出可离线核对的事件链', 'Export the record as a file that proves itself'],
    },
    ({ query, ctx }, _req, res) => sendChainFile(res, query, exportChainFile(query, ctx)),
  ),
  route(
    'get /event-days',
    'eventDays.list',
    { rate: 'read', query: listEventDaysQuery, says: ['各地区每日的事件链', 'Chains by area and day'] },
    ({ query, ctx }) => listEventDays(query, ctx),
  ),
  route(
    'get /event-days/:day/roots',
    'eventRoots.read',
    { rate: 'read', params: dayParams, says: ['某日的签名日根', 'The signed root of a day'] },
    ({ params }) => getDailyRoot(params.day),
  ),
  route(
    'get /event-roots',
    'eventRoots.read',
    { rate: 'read', query: listRootsQuery, says: ['已签名的日子', 'Every signed day'] },
    ({ query }) => listDailyRoots(query),
  ),
  route(
    'get /event-keys',
    'eventRoots.read',
    { rate: 'read', says: ['核对日根的公钥', 'Public keys to check the roots with'] },
    () => listEventKeys(),
  ),
  route(
    'post /event-chain/verify',
    'eventChain.verify',
    { rate: 'export', says: ['核对全部事件链', 'Verify every chain'] },
    ({ ctx }) => verifyEventChain(ctx),
  ),
];
