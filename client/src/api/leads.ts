import type { CheckLeads, LeadRow } from '@core/contract/leads.ts';
import type { Page } from '@core/contract/page.ts';
import type { SheetCheckView } from '@core/contract/sheet-checks.ts';
import { http, type Query } from './http.ts';

export const LEADS_PATH = '/leads';
export const LEADS_TEMPLATE = '/leads/template';

export const listLeads = (query: Query, signal?: AbortSignal): Promise<Page<LeadRow>> =>
  http.get(LEADS_PATH, query, signal);
export const checkLeads = (body: CheckLeads, idempotencyKey: string): Promise<SheetCheckView> =>
  http.post('/leads/checks', body, { idempotencyKey });
