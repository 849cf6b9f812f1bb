import type { CaseView } from '@core/contract/cases.ts';
import type { Page } from '@core/contract/page.ts';
import type { MoveProceeding, OpenProceeding, ProceedingKindView } from '@core/contract/proceedings.ts';
import type { Move } from './complaints.ts';
import { http } from './http.ts';

const pathOf = (caseId: string): string => `/cases/${encodeURIComponent(caseId)}/proceedings`;

export const listProceedingKinds = (
  caseId: string,
  signal?: AbortSignal,
): Promise<Page<ProceedingKindView>> => http.get(`${pathOf(caseId)}/kinds`, {}, signal);
export const openProceeding = (caseId: string, body: OpenProceeding, move: Move): Promise<CaseView> =>
  http.post(pathOf(caseId), body, move);
export const moveProceeding = (
  caseId: string,
  proceedingId: string,
  action: string,
  body: MoveProceeding,
  move: Move,
): Promise<CaseView> => http.post(`${pathOf(caseId)}/${proceedingId}/${action}`, body, move);
