import type { CompanyName, CompanyView, MergeInto, WriteCompany } from '@core/contract/companies.ts';
import type { Page } from '@core/contract/page.ts';
import { http, type Query } from './http.ts';

export const COMPANIES_PATH = '/companies';

export const listCompanies = (query: Query, signal?: AbortSignal): Promise<Page<CompanyView>> =>
  http.get(COMPANIES_PATH, query, signal);
/** By the whole name or credit code: all a contractor may know of others. */
export const lookUpCompanies = (q: string, signal?: AbortSignal): Promise<CompanyName[]> =>
  http.get(`${COMPANIES_PATH}/lookup`, { q }, signal);
export const getCompany = (id: string, signal?: AbortSignal): Promise<CompanyView> =>
  http.get(`${COMPANIES_PATH}/${encodeURIComponent(id)}`, undefined, signal);
export const createCompany = (body: WriteCompany, idempotencyKey: string): Promise<CompanyView> =>
  http.post(COMPANIES_PATH, body, { idempotencyKey });
export const editCompany = (id: string, version: number, body: WriteCompany): Promise<CompanyView> =>
  http.patch(`${COMPANIES_PATH}/${id}`, body, { version });
export const mergeCompany = (id: string, version: number, body: MergeInto): Promise<CompanyView> =>
  http.post(`${COMPANIES_PATH}/${id}/merge`, body, { version });
