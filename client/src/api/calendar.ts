import type {
  AddLocalHoliday,
  CalendarYearSummary,
  CalendarYearView,
  CountView,
  SetCalendarYear,
} from '@core/contract/areas.ts';
import type { Page } from '@core/contract/page.ts';
import { http } from './http.ts';

export interface CountQuery {
  from: string;
  length: string;
  roll: string;
  areaCode: string;
}

export const listCalendarYears = (signal: AbortSignal): Promise<Page<CalendarYearSummary>> =>
  http.get('/work-calendar', {}, signal);
export const getCalendarYear = (
  year: number,
  areaCode: string,
  signal: AbortSignal,
): Promise<CalendarYearView> => http.get(`/work-calendar/${year}`, { areaCode }, signal);
export const setCalendarYear = (
  year: number,
  version: number,
  body: SetCalendarYear,
): Promise<CalendarYearView> => http.put(`/work-calendar/${year}`, body, { version });
export const addLocalHoliday = (body: AddLocalHoliday, idempotencyKey: string): Promise<CalendarYearView> =>
  http.post('/work-calendar/local-holidays', body, { idempotencyKey });
export const removeLocalHoliday = (id: string): Promise<void> =>
  http.delete(`/work-calendar/local-holidays/${id}`);
export const countPeriod = (query: CountQuery): Promise<CountView> =>
  http.get('/work-calendar/count', { ...query });
