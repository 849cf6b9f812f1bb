import type {
  AssignVisits,
  InspectionPlan,
  ReportNoHazard,
  Screening,
  ScreeningRow,
} from '@core/contract/inspection-plan.ts';
import { http, type Query } from './http.ts';

export const getInspectionPlan = (query: Query, signal?: AbortSignal): Promise<InspectionPlan> =>
  http.get('/inspection-plan', query, signal);
export const assignVisits = (body: AssignVisits, idempotencyKey: string): Promise<InspectionPlan> =>
  http.post('/inspection-plan', body, { idempotencyKey });
export const getScreening = (query: Query, signal?: AbortSignal): Promise<Screening> =>
  http.get('/screening', query, signal);
export const reportNoHazard = (body: ReportNoHazard, idempotencyKey: string): Promise<ScreeningRow> =>
  http.post('/screening', body, { idempotencyKey });
