import type {
  ArrearsLineView,
  ArrearsPerson,
  ArrearsSheetView,
  BuildArrears,
  EditArrearsLine,
  MarkArrears,
  MarkForSide,
} from '@core/contract/arrears.ts';
import type { CaseView } from '@core/contract/cases.ts';
import type { DecideLiability, LiabilityView, PutLiabilityFacts } from '@core/contract/liability.ts';
import type {
  AnswerArrears,
  CompanyArrears,
  CompanyArrearsLine,
  MyArrears,
} from '@core/contract/own-arrears.ts';
import type { Page } from '@core/contract/page.ts';
import { downloadFile } from './download.ts';
import { http, type Query } from './http.ts';

const sheetPath = (id: string): string => `/arrears-sheets/${id}`;
interface Seen {
  id: string;
  version: number;
}

export const getArrearsSheet = (
  caseId: string,
  revision?: number,
  signal?: AbortSignal,
): Promise<ArrearsSheetView> =>
  http.get(`/cases/${caseId}/arrears-sheet`, revision === undefined ? {} : { revision }, signal);
export const buildArrears = (
  caseId: string,
  body: BuildArrears,
  idempotencyKey: string,
): Promise<ArrearsSheetView> => http.post(`/cases/${caseId}/arrears-sheet`, body, { idempotencyKey });
export const listArrearsPeople = (
  id: string,
  query: Query,
  signal?: AbortSignal,
): Promise<Page<ArrearsPerson>> => http.get(`${sheetPath(id)}/people`, query, signal);
export const listArrearsLines = (
  id: string,
  query: Query,
  signal?: AbortSignal,
): Promise<Page<ArrearsLineView>> => http.get(`${sheetPath(id)}/lines`, query, signal);
export const editArrearsLine = ({ id, version }: Seen, body: EditArrearsLine): Promise<ArrearsLineView> =>
  http.post(`/arrears-lines/${id}`, body, { version });
export const showArrears = ({ id, version }: Seen, body: object): Promise<ArrearsSheetView> =>
  http.post(`${sheetPath(id)}/show`, body, { version });
export const tellArrears = ({ id, version }: Seen, body: object): Promise<ArrearsSheetView> =>
  http.post(`${sheetPath(id)}/tell`, body, { version });
export const markForSide = ({ id, version }: Seen, body: MarkForSide): Promise<ArrearsSheetView> =>
  http.post(`${sheetPath(id)}/mark`, body, { version });
export const settleArrears = ({ id, version }: Seen, marks: number): Promise<ArrearsSheetView> =>
  http.post(`${sheetPath(id)}/settle`, { marks }, { version });
export const arrearsExportPath = sheetPath;
export const downloadArrearsPaper = (id: string): Promise<void> =>
  downloadFile(`${sheetPath(id)}/sheet.pdf`, {}, 'arrears-sheet.pdf');

export const getLiability = (caseId: string, signal?: AbortSignal): Promise<LiabilityView> =>
  http.get(`/cases/${caseId}/liability`, {}, signal);
export const putLiabilityFacts = (caseId: string, body: PutLiabilityFacts): Promise<LiabilityView> =>
  http.put(`/cases/${caseId}/liability-facts`, body);
export const decideLiability = (caseId: string, version: number, body: DecideLiability): Promise<CaseView> =>
  http.post(`/cases/${caseId}/decide-liability`, body, { version });

export const listMyArrears = (signal?: AbortSignal): Promise<MyArrears[]> =>
  http.get('/my/arrears', {}, signal);
export const answerMyArrears = (lineId: string, version: number, body: AnswerArrears): Promise<MyArrears> =>
  http.post(`/my/arrears/${lineId}`, body, { version });

const COMPANY_PATH = '/company/arrears';
export const listCompanyArrears = (query: Query, signal?: AbortSignal): Promise<Page<CompanyArrears>> =>
  http.get(COMPANY_PATH, query, signal);
export const getCompanyArrears = (id: string, signal?: AbortSignal): Promise<CompanyArrears> =>
  http.get(`${COMPANY_PATH}/${id}`, {}, signal);
export const listCompanyLines = (
  id: string,
  query: Query,
  signal?: AbortSignal,
): Promise<Page<CompanyArrearsLine>> => http.get(`${COMPANY_PATH}/${id}/lines`, query, signal);
export const markCompanyArrears = ({ id, version }: Seen, body: MarkArrears): Promise<CompanyArrears> =>
  http.post(`${COMPANY_PATH}/${id}/mark`, body, { version });
