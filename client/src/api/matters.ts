import type { DemandStanding, MatterRow, MatterView, SendProof } from '@core/contract/matters.ts';
import type { Page } from '@core/contract/page.ts';
import { downloadFile } from './download.ts';
import { http, type Query } from './http.ts';

export const MATTERS_PATH = '/company/matters';
const pathOf = (id: string): string => `${MATTERS_PATH}/${encodeURIComponent(id)}`;

export const listMatters = (query: Query, signal?: AbortSignal): Promise<Page<MatterRow>> =>
  http.get(MATTERS_PATH, query, signal);
export const getMatter = (id: string, signal?: AbortSignal): Promise<MatterView> =>
  http.get(pathOf(id), {}, signal);
export const downloadServedPaper = (id: string, paperId: string, name: string): Promise<void> =>
  downloadFile(`${pathOf(id)}/papers/${encodeURIComponent(paperId)}/pdf`, {}, `${name}.pdf`);
export const sendProof = (id: string, body: SendProof, idempotencyKey: string): Promise<MatterView> =>
  http.post(`${pathOf(id)}/proofs`, body, { idempotencyKey });

export const listProofs = (caseId: string, signal?: AbortSignal): Promise<Page<DemandStanding>> =>
  http.get(`/cases/${encodeURIComponent(caseId)}/proofs`, {}, signal);
