import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { EVENTS_PERMISSIONS } from './events.permissions.ts';
import { dayParams, listEventDaysQuery, listEventsQuery, listRootsQuery } from './events.schemas.ts';
import { getDailyRoot } from './get-daily-root.ts';
import { listDailyRoots } from './list-daily-roots.ts';
import { listEventDays } from './list-event-days.ts';
import { listEventKeys } from './list-event-keys.ts';
import { listEvents } from './list-events.ts';
import { verifyEventChain } from './verify-event-chain.ts';

const { route } = routesFor(EVENTS_PERMISSIONS);

export const eventsRoutes: Route[] = [
  route(
    'get /events',
    'events.list',
    { rate: 'read', query: listEventsQuery, says: ['操作记录', 'What was done, by whom and when'] },
    ({ query, ctx }) => listEvents(query, ctx),
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
