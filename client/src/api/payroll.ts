import type { PayFileView, RepayLine } from '@core/contract/funds.ts';
import type { LineEvidence } from '@core/contract/pay-overview.ts';
import type { Page } from '@core/contract/page.ts';
import type {
  AskLedger,
  CheckPayroll,
  FilePayroll,
  IssuePayFile,
  PayrollLineView,
  PayrollScope,
  PayrollView,
  PrefilledEntry,
  ReturnPayroll,
} from '@core/contract/payroll.ts';
import type { SheetCheckView, SheetProblem } from '@core/contract/sheet-checks.ts';
import { downloadFile } from './download.ts';
import { http, type Query } from './http.ts';

export const PAYROLL_PATH = '/payroll/sheets';
export const PAYROLL_TEMPLATE = '/payroll/template';
const sheetPath = (id: string): string => `${PAYROLL_PATH}/${encodeURIComponent(id)}`;
export const linesPath = (sheetId: string): string => `${sheetPath(sheetId)}/lines`;

export const listPayroll = (query: Query, signal?: AbortSignal): Promise<Page<PayrollView>> =>
  http.get(PAYROLL_PATH, query, signal);
export const getPayroll = (id: string, signal?: AbortSignal): Promise<PayrollView> =>
  http.get(sheetPath(id), undefined, signal);
export const listPayrollLines = (
  sheetId: string,
  query: Query,
  signal?: AbortSignal,
): Promise<Page<PayrollLineView>> => http.get(linesPath(sheetId), query, signal);

export const checkPayroll = (body: CheckPayroll, idempotencyKey: string): Promise<SheetCheckView> =>
  http.post('/payroll/checks', body, { idempotencyKey });
/** What the typed rows would meet when they are filed; nothing is kept. */
export interface EntriesChecked {
  rows: number;
  blocking: number;
  notices: number;
  problems: SheetProblem[];
}
export const checkEntries = (body: FilePayroll, signal?: AbortSignal): Promise<EntriesChecked> =>
  http.post('/payroll/entries/check', body, signal === undefined ? {} : { signal });
export const filePayroll = (body: FilePayroll, idempotencyKey: string): Promise<PayrollView> =>
  http.post(PAYROLL_PATH, body, { idempotencyKey });
export const prefill = (
  scope: PayrollScope,
  from: 'attendance' | 'lastMonth',
  signal?: AbortSignal,
): Promise<PrefilledEntry[]> => http.get('/payroll/prefill', { ...scope, from }, signal);

type Moved = Pick<PayrollView, 'id' | 'version'>;
const move = (
  one: Moved,
  action: string,
  body: object | undefined,
  idempotencyKey: string,
): Promise<PayrollView> =>
  http.post(`${sheetPath(one.id)}/${action}`, body, { version: one.version, idempotencyKey });
export const approvePayroll = (one: Moved, key: string): Promise<PayrollView> =>
  move(one, 'approve', undefined, key);
export const returnPayroll = (one: Moved, body: ReturnPayroll, key: string): Promise<PayrollView> =>
  move(one, 'return', body, key);
export const deliverSlips = (one: Moved, key: string): Promise<PayrollView> =>
  move(one, 'deliver-slips', undefined, key);
export const issuePayFile = (body: IssuePayFile, idempotencyKey: string): Promise<PayFileView> =>
  http.post('/payroll/pay-files', body, { idempotencyKey });

/** Both ledgers carry whole identities: they are asked for with a reason, and the asking is an event. */
export const downloadLedger = (which: 'ledger' | 'labour-ledger', ask: AskLedger): Promise<void> =>
  downloadFile(`/payroll/${which}`, { ...ask }, `${which}.${ask.format}`);

/** What can be sent again, with the card the roster knows today. */
export const listRepay = (projectId: string, signal?: AbortSignal): Promise<RepayLine[]> =>
  http.get('/pay-files/repay', { projectId }, signal);

/** What a disagreement's lead carries: the line, its days, its bank row. */
export const getLineEvidence = (lineId: string, signal?: AbortSignal): Promise<LineEvidence> =>
  http.get(`/payroll/lines/${encodeURIComponent(lineId)}/evidence`, undefined, signal);
