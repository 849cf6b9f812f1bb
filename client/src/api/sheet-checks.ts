import type { Page } from '@core/contract/page.ts';
import type { ConfirmSheet, SheetCheckView, SheetProblem } from '@core/contract/sheet-checks.ts';
import { downloadFile } from './download.ts';
import { http, type Query } from './http.ts';

const pathOf = (id: string): string => `/sheet-checks/${encodeURIComponent(id)}`;

export const getSheetCheck = (id: string, signal?: AbortSignal): Promise<SheetCheckView> =>
  http.get(pathOf(id), undefined, signal);
export const listProblems = (id: string, query: Query, signal?: AbortSignal): Promise<Page<SheetProblem>> =>
  http.get(`${pathOf(id)}/problems`, query, signal);
export const confirmSheetCheck = (
  id: string,
  body: ConfirmSheet,
  idempotencyKey: string,
): Promise<SheetCheckView> => http.post(`${pathOf(id)}/confirm`, body, { idempotencyKey });
/** The same workbook with every faulty cell marked and explained. */
export const downloadMarked = (id: string): Promise<void> =>
  downloadFile(`${pathOf(id)}/marked`, {}, 'marked.xlsx');
