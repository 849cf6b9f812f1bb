export type { CalendarChange, CalendarListener } from './calendar-changes.ts';
export { onCalendarChanged } from './calendar-changes.ts';
export { CALENDAR_PERMISSIONS } from './calendar.permissions.ts';
export { calendarRoutes } from './calendar.routes.ts';
export { configureCalendar } from './calendar.settings.ts';
export { loadCalendar } from './load-calendar.ts';
