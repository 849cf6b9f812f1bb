import type {
  PayFileLineView,
  PayFileView,
  PayResult,
  PostTransaction,
  RefusedOutflowView,
  TakeBackCredits,
  TransactionView,
  WageAccountView,
} from '@core/contract/funds.ts';
import type { Page } from '@core/contract/page.ts';
import type { Disagreement, MoneyStripView, PayGridView } from '@core/contract/pay-overview.ts';
import type { SheetCheckView } from '@core/contract/sheet-checks.ts';
import { downloadFile } from './download.ts';
import { http, type Query } from './http.ts';

const part = (id: string): string => encodeURIComponent(id);
export const transactionsPath = (projectId: string): string =>
  `/wage-accounts/${part(projectId)}/transactions`;
export const transactionsTemplatePath = (projectId: string): string =>
  `${transactionsPath(projectId)}/template`;
export const resultsTemplatePath = (payFileId: string): string =>
  `/pay-files/${part(payFileId)}/results/template`;
export const reconciliationPath = (projectId: string): string =>
  `/projects/${part(projectId)}/reconciliation`;

export const listAccounts = (query: Query, signal?: AbortSignal): Promise<Page<WageAccountView>> =>
  http.get('/wage-accounts', query, signal);
export const getAccount = (projectId: string, signal?: AbortSignal): Promise<WageAccountView> =>
  http.get(`/wage-accounts/${part(projectId)}`, undefined, signal);
export const listTransactions = (
  projectId: string,
  query: Query,
  signal?: AbortSignal,
): Promise<Page<TransactionView>> => http.get(transactionsPath(projectId), query, signal);
export const postTransaction = (
  projectId: string,
  body: PostTransaction,
  idempotencyKey: string,
): Promise<TransactionView> => http.post(transactionsPath(projectId), body, { idempotencyKey });
export const checkTransactions = (projectId: string, fileId: string, key: string): Promise<SheetCheckView> =>
  http.post(`${transactionsPath(projectId)}/checks`, { fileId }, { idempotencyKey: key });
export const listRefused = (query: Query, signal?: AbortSignal): Promise<Page<RefusedOutflowView>> =>
  http.get('/refused-outflows', query, signal);

export const listPayFiles = (query: Query, signal?: AbortSignal): Promise<Page<PayFileView>> =>
  http.get('/pay-files', query, signal);
export const getPayFile = (id: string, signal?: AbortSignal): Promise<PayFileView> =>
  http.get(`/pay-files/${part(id)}`, undefined, signal);
export const listPayFileLines = (
  id: string,
  query: Query,
  signal?: AbortSignal,
): Promise<Page<PayFileLineView>> => http.get(`/pay-files/${part(id)}/lines`, query, signal);
/** With full card numbers: each time it is taken is an event. */
export const takePayFile = ({ id, number }: PayFileView, format: 'csv' | 'xlsx'): Promise<void> =>
  downloadFile(`/pay-files/${part(id)}/file`, { format }, `${number}.${format}`);
export const sendResults = (id: string, results: PayResult[], key: string): Promise<PayFileView> =>
  http.post(`/pay-files/${part(id)}/results`, { results }, { idempotencyKey: key });
export const takeBackCredits = (id: string, body: TakeBackCredits, key: string): Promise<PayFileView> =>
  http.post(`/pay-files/${part(id)}/take-backs`, body, { idempotencyKey: key });
export const checkResults = (payFileId: string, fileId: string, key: string): Promise<SheetCheckView> =>
  http.post('/bank-results/checks', { payFileId, fileId }, { idempotencyKey: key });

export const getPayGrid = (id: string, query: Query, signal?: AbortSignal): Promise<PayGridView> =>
  http.get(`/projects/${part(id)}/pay-grid`, query, signal);
export const getMoneyStrip = (id: string, month: string, signal?: AbortSignal): Promise<MoneyStripView> =>
  http.get(`/projects/${part(id)}/money`, { month }, signal);
export const listDisagreements = (
  id: string,
  query: Query,
  signal?: AbortSignal,
): Promise<Page<Disagreement>> => http.get(reconciliationPath(id), query, signal);
