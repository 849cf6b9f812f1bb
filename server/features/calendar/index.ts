export { CALENDAR_PERMISSIONS } from './calendar.permissions.ts';
export { calendarRoutes } from './calendar.routes.ts';
export { configureCalendar } from './calendar.settings.ts';
export { loadCalendar } from './load-calendar.ts';
export { recountWhenChanged } from './recount-when-changed.ts';
