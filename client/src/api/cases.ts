import type { Glance, InspectorChoice } from '@core/contract/case-work.ts';
import type { CaseAction, CaseRow, CaseView, FileCase } from '@core/contract/cases.ts';
import type { AddClaims, ClaimHintsView, ClaimView, WriteClaim } from '@core/contract/claims.ts';
import type { Page } from '@core/contract/page.ts';
import type { Move } from './complaints.ts';
import { http, type Query } from './http.ts';

export const CASES_PATH = '/cases';

const doorOf = (action: string): string => action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const listCases = (query: Query, signal?: AbortSignal): Promise<Page<CaseRow>> =>
  http.get(CASES_PATH, query, signal);
export const getCase = (id: string, signal?: AbortSignal): Promise<CaseView> =>
  http.get(`${CASES_PATH}/${encodeURIComponent(id)}`, {}, signal);
export const fileCase = (body: FileCase, idempotencyKey: string): Promise<CaseView> =>
  http.post(CASES_PATH, body, { idempotencyKey });
export const moveCase = (id: string, action: CaseAction, body: object, move: Move): Promise<CaseView> =>
  http.post(`${CASES_PATH}/${id}/${doorOf(action)}`, body, move);
export const getGlance = (signal?: AbortSignal): Promise<Glance> =>
  http.get(`${CASES_PATH}/glance`, {}, signal);
export const listInspectors = (officeCode: string, signal?: AbortSignal): Promise<Page<InspectorChoice>> =>
  http.get(`${CASES_PATH}/inspectors`, { officeCode }, signal);

export const claimsPath = (id: string): string => `${CASES_PATH}/${id}/claims`;
export const listClaims = (id: string, query: Query, signal?: AbortSignal): Promise<Page<ClaimView>> =>
  http.get(claimsPath(id), query, signal);
export const getClaimHints = (id: string, signal?: AbortSignal): Promise<ClaimHintsView> =>
  http.get(`${CASES_PATH}/${id}/claim-hints`, {}, signal);
export const addClaims = (id: string, body: AddClaims, move: Move): Promise<unknown> =>
  http.post(claimsPath(id), body, move);
export const editClaim = (id: string, version: number, body: Partial<WriteClaim>): Promise<ClaimView> =>
  http.patch(`/claims/${id}`, body, { version });
export const checkClaim = (id: string, version: number): Promise<unknown> =>
  http.post(`/claims/${id}/check`, {}, { version });
export const removeClaim = (id: string, version: number, reason: string): Promise<unknown> =>
  http.post(`/claims/${id}/remove`, { reason }, { version });
