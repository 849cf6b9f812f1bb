import type { CaseArchiveView, CaseFileRow, CaseFileView, CaseFileVolume } from '@core/contract/archive.ts';
import type { Page } from '@core/contract/page.ts';
import { downloadFile } from './download.ts';
import { http, type Query } from './http.ts';

export const ARCHIVE_PATH = '/archive';
const ofCase = (caseId: string): string => `/cases/${encodeURIComponent(caseId)}/archive`;

export const listCaseFiles = (query: Query, signal?: AbortSignal): Promise<Page<CaseFileRow>> =>
  http.get(ARCHIVE_PATH, query, signal);
export const getCaseArchive = (caseId: string, signal?: AbortSignal): Promise<CaseArchiveView> =>
  http.get(ofCase(caseId), {}, signal);
export const getCaseFile = (id: string): Promise<CaseFileView> => http.get(`${ARCHIVE_PATH}/${id}`);
export const archiveCase = (
  caseId: string,
  isSplit: boolean,
  move: { version: number; idempotencyKey: string },
): Promise<CaseFileView> => http.post(ofCase(caseId), { isSplit }, move);
export const retryCaseFile = (id: string): Promise<CaseFileView> =>
  http.post(`${ARCHIVE_PATH}/${id}/retry`, {});
export const downloadVolume = (id: string, volume: CaseFileVolume): Promise<void> =>
  downloadFile(`${ARCHIVE_PATH}/${id}/pdf`, { volume }, `case-file-${volume}.pdf`);
