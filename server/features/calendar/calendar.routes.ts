import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { CALENDAR_PERMISSIONS } from './calendar.permissions.ts';
import * as shapes from './calendar.schemas.ts';
import { addLocalHoliday, removeLocalHoliday } from './change-local-holidays.ts';
import { countOnCalendar } from './count-on-calendar.ts';
import { getCalendarYear, listCalendarYears } from './get-calendar-year.ts';
import { setCalendarYear } from './set-calendar-year.ts';

const { route } = routesFor(CALENDAR_PERMISSIONS);

export const calendarRoutes: Route[] = [
  route(
    'get /work-calendar',
    'calendar.list',
    { rate: 'read', says: ['各年工作日历', 'Work calendars by year'] },
    ({ ctx }) => listCalendarYears(ctx),
  ),
  route(
    'get /work-calendar/count',
    'calendar.count',
    { rate: 'read', query: shapes.countQuery, says: ['计算期限', 'Count a period'] },
    ({ query, ctx }) => countOnCalendar(query, ctx),
  ),
  route(
    'post /work-calendar/local-holidays',
    'calendar.addLocal',
    {
      rate: 'write',
      body: shapes.addLocalHolidayBody,
      idempotent: true,
      status: 201,
      says: ['新增地方节假日', 'Add a local holiday'],
    },
    ({ body, ctx }) => addLocalHoliday(body, ctx),
  ),
  route(
    'delete /work-calendar/local-holidays/:id',
    'calendar.removeLocal',
    { rate: 'write', params: shapes.holidayParams, says: ['撤销地方节假日', 'Take back a local holiday'] },
    ({ params, ctx }) => removeLocalHoliday(params.id, ctx),
  ),
  route(
    'get /work-calendar/:year',
    'calendar.read',
    {
      rate: 'read',
      params: shapes.yearParams,
      query: shapes.yearQuery,
      says: ['一年的工作日历', 'The work calendar of a year'],
    },
    ({ params, query, ctx }) => getCalendarYear(params.year, query, ctx),
  ),
  route(
    'put /work-calendar/:year',
    'calendar.set',
    {
      rate: 'write',
      params: shapes.yearParams,
      body: shapes.setYearBody,
      versioned: true,
      says: ['录入放假安排', 'Enter the holiday notice'],
    },
    ({ params, body, version, ctx }) => setCalendarYear(params.year, version, body, ctx),
  ),
];
