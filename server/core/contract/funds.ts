import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';

/** Accounts of the reader's own branch (bank), own project (contractor), own area (office): `GET /api/wage-accounts` (page). */
export interface WageAccountView {
  projectId: string;
  projectName: string;
  contractorName: string;
  areaCode: string;
  bankName: string;
  branchCode: string;
  numberMasked: string;
  balanceFen: Fen;
  lastInflowOn?: PlainDate;
  lastOutflowOn?: PlainDate;
  payFilesWaiting: number;
  closedOn?: PlainDate;
}

export const PAY_FILE_STATES = ['issued', 'taken', 'answered'] as const;
export type PayFileState = (typeof PAY_FILE_STATES)[number];

/** `GET /api/pay-files?projectId&state` (page), `GET /api/pay-files/:id`. */
export interface PayFileView {
  id: string;
  version: number;
  /** Office-wide running number, printed on the file. */
  number: string;
  projectId: string;
  projectName: string;
  branchCode: string;
  payMonths: PayMonth[];
  isRepay: boolean;
  lines: number;
  totalFen: Fen;
  credited: number;
  creditedFen: Fen;
  bounced: number;
  state: PayFileState;
  issuedAt: string;
  takenAt?: string;
  answeredAt?: string;
  canTake: boolean;
  canAnswer: boolean;
  /** Answered when it is issued: people left out of the file because nobody knows a card of theirs. */
  leftOut?: { lineId: string; workerName: string }[];
}

/** `GET /api/pay-files/:id/lines?result=credited|bounced|waiting` (page). */
export interface PayFileLineView {
  id: string;
  reference: string;
  payMonth: PayMonth;
  workerName: string;
  bankCardMasked: string;
  bankName?: string;
  amountFen: Fen;
  result?: 'credited' | 'bounced';
  resultFen?: Fen;
  resultOn?: PlainDate;
  reason?: string;
  /** Credits that were on record and proved wrong, oldest first. */
  takenBack?: CreditTakenBack[];
}
/** A credit that stood on record and proved wrong: what was said first, when and why it was taken back. */
export interface CreditTakenBack {
  amountFen: Fen;
  creditedOn: PlainDate;
  on: PlainDate;
  reason: string;
}
/**
 * `POST /api/pay-files/:id/take-backs` (bank; idempotent, PayFileView): these credits did not arrive after all. The lines
 * count as returned from then on and can be answered anew or sent again; the same a second time is harmless.
 */
export interface TakeBackCredits {
  /** As in the pay file; all of them or none. */
  references: string[];
  /** When it proved wrong: not before the credit. */
  on: PlainDate;
  reason: string;
}

/** `GET /api/pay-files/repay?projectId` (array): what can be sent again, with the card the roster knows today. */
export interface RepayLine {
  lineId: string;
  payMonth: PayMonth;
  workerName: string;
  amountFen: Fen;
  attempts: number;
  /** Why the bank sent it back; absent for one that was never sent for want of a card. */
  reason?: string;
  bankCardMasked?: string;
}
/**
 * `GET /api/pay-files/:id/file?format=csv|xlsx` (raw; the bank's own, takes the file and is an event): columns
 * reference, name, full card number, bank, amount. Formats are adapters (`features/funds/formats`).
 * `POST /api/pay-files/:id/results` PayResults (idempotent), `POST /api/bank-results/checks` {fileId, payFileId} for a
 * workbook, `POST /api/machine/pay-results` signed. A reference answered twice the same way is harmless; another answer
 * for a credited line is refused: a credit that proves wrong is taken back first, with its reason.
 */
export interface PayResults {
  results: PayResult[];
}
export interface PayResult {
  /** `<file number>-<line>`, as in the pay file. */
  reference: string;
  result: 'credited' | 'bounced';
  amountFen: Fen;
  on: PlainDate;
  reason?: string;
}

export const TRANSACTION_KINDS = [
  'labourCost',
  'interest',
  'wages',
  'returnOfBounced',
  'balanceToContractor',
] as const;
/**
 * In: labourCost, interest, returnOfBounced; out: wages alone. Any other outflow is refused and reported (ACC-9); the balance
 * goes to the general contractor with the closing of the account and in no other way (REG-27-2).
 */
export type TransactionKind = (typeof TRANSACTION_KINDS)[number];

/** `GET /api/wage-accounts/:projectId/transactions?from&to&direction` (page), `/export`. */
export interface TransactionView {
  id: string;
  projectId: string;
  direction: 'in' | 'out';
  kind: TransactionKind;
  amountFen: Fen;
  on: PlainDate;
  counterparty: string;
  /** The bank's own number of it: once per branch. */
  bankRef: string;
  payReference?: string;
  balanceFen: Fen;
}
/** `POST /api/wage-accounts/:projectId/transactions` (bank; idempotent by bankRef), `/api/machine/transactions` (batch). */
export interface PostTransaction {
  direction: 'in' | 'out';
  /** What the bank says it is; an outflow that is not `wages` is answered 422 outflowRefused and told to the office. */
  kind: TransactionKind | 'other';
  amountFen: Fen;
  on: PlainDate;
  counterparty: string;
  bankRef: string;
  /** For wages: the reference of the line paid. */
  payReference?: string;
}

/**
 * `POST /api/wage-accounts/:projectId/transactions/checks` {fileId}: a workbook of movements of one account;
 * `GET …/transactions/template` (raw xlsx; the bank that keeps it) is the one to fill in.
 */
export interface CheckTransactions {
  fileId: string;
}
/** `POST /api/bank-results/checks`; `GET /api/pay-files/:id/results/template` holds what is not credited yet, without cards. */
export interface CheckBankResults {
  fileId: string;
  payFileId: string;
}

/** `POST /api/machine/pay-results`, signed: the answers to one pay file. */
export interface MachinePayResults extends PayResults {
  fileNumber: string;
}
/** `POST /api/machine/pay-take-backs`, signed: credits of one pay file that proved wrong. */
export interface MachineTakeBacks extends TakeBackCredits {
  fileNumber: string;
}
/** `POST /api/machine/transactions`, signed: movements of any accounts of the branch, each judged for itself. */
export interface MachineTransactions {
  transactions: (PostTransaction & { projectCode: string })[];
}
export interface TransactionsTaken {
  posted: number;
  repeated: number;
  /** Index in the batch and why the money may not leave, or why it could not be posted. */
  refused: { index: number; zh: string; en: string }[];
}

/** `GET /api/refused-outflows?projectId` (page; office and the account's own bank). */
export interface RefusedOutflowView {
  id: string;
  projectId: string;
  projectName: string;
  amountFen: Fen;
  on: PlainDate;
  counterparty: string;
  kind: string;
  reason: { zh: string; en: string };
  at: string;
}
