import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { HistoryEntry } from './deadlines.ts';
import type { CreditTakenBack } from './funds.ts';
import type { PayKind } from './roster.ts';
import type { SheetProblem } from './sheet-checks.ts';

/**
 * A payroll sheet is one team's month, in revisions. What is filed goes to the workers at once (`signing`); a mistake
 * found later is a new revision that takes the old one's place, which stays readable (`superseded`).
 */
export const PAYROLL_STATES = [
  'signing',
  'returned',
  'approved',
  'payFileIssued',
  'partPaid',
  'paid',
  'superseded',
] as const;
export type PayrollState = (typeof PAYROLL_STATES)[number];
export const PAYROLL_ACTIONS = ['approve', 'return', 'issuePayFile', 'revise', 'deliverSlips'] as const;
export type PayrollAction = (typeof PAYROLL_ACTIONS)[number];

/** What may be taken off a wage; `other` needs the law it rests on (WAG-4), damage is capped (WAG-5). */
export const DEDUCTION_KINDS = ['incomeTax', 'socialInsurance', 'courtOrdered', 'damage', 'other'] as const;
export type DeductionKind = (typeof DEDUCTION_KINDS)[number];

/** One person's month as it is filed. Amounts in fen; days, hours and pieces in hundredths. */
export interface PayrollEntry {
  name: string;
  citizenId: string;
  bankCard?: string;
  payKind: PayKind;
  daysHundredths: number;
  hoursHundredths?: number;
  dayRateFen?: Fen;
  piecesHundredths?: number;
  piecePriceFen?: Fen;
  overtimeFen: Fen;
  allowancesFen: Fen;
  backPayFen: Fen;
  backPayMonth?: PayMonth;
  grossFen: Fen;
  /** Paid out before in the month (生活费), taken off what is still to be paid. */
  advanceFen: Fen;
  deductions: Record<DeductionKind, Fen>;
  /** Required where `other` is not zero. */
  otherGround?: string;
  netFen: Fen;
  isSigned: boolean;
}

export interface PayrollScope {
  projectId: string;
  teamId: string;
  payMonth: PayMonth;
}
/**
 * `POST /api/payroll/checks` CheckPayroll (202, SheetCheckView): the workbook; confirming files the sheet.
 * `POST /api/payroll/entries/check` (200, {rows, blocking, notices, problems}) and `POST /api/payroll/sheets` (idempotent,
 * 201, PayrollView): the same rows typed in, at most 500. `GET /api/payroll/template?projectId&teamId&payMonth` (raw xlsx,
 * filled from roster and attendance), `GET /api/payroll/prefill?…&from=attendance|lastMonth` (PayrollEntry[] for the grid,
 * identities masked: rows go back with `enrolmentId` instead of citizenId; 404 noPayrollBefore where the team filed none
 * last month).
 */
export interface CheckPayroll extends PayrollScope {
  fileId: string;
}
/** A typed row: who it is comes from the roster, or is typed like in the workbook. */
export type TypedEntry = Omit<PayrollEntry, 'citizenId' | 'bankCard' | 'name'> &
  ({ enrolmentId: string } | { name: string; citizenId: string; bankCard?: string });
export interface FilePayroll extends PayrollScope {
  entries: TypedEntry[];
}
export interface PrefilledEntry extends Omit<PayrollEntry, 'citizenId' | 'bankCard'> {
  enrolmentId: string;
  citizenIdMasked: string;
  bankCardMasked?: string;
}

/** `GET /api/payroll/sheets?projectId&teamId&payMonth&state&employerId&late=true` (page), `/export`, `GET …/:id`. */
export interface PayrollView {
  id: string;
  version: number;
  projectId: string;
  projectName: string;
  employerId: string;
  employerName: string;
  teamId: string;
  teamName: string;
  payMonth: PayMonth;
  revision: number;
  state: PayrollState;
  /** The agreed day, rolled back before days off (REG-14-2); absent where no pay day is agreed. */
  payOn?: PlainDate;
  payOnProvisional?: boolean;
  people: number;
  grossFen: Fen;
  deductionsFen: Fen;
  netFen: Fen;
  creditedFen: Fen;
  credited: number;
  bounced: number;
  answers: Record<PayAnswer | 'unanswered', number>;
  /** Asked whether the card is in their own hand, and what they said: for the office, where anybody was asked. */
  cards?: { asked: number; yes: number; no: number };
  notices: SheetProblem[];
  /** `row`: where the line stands in the sheet. */
  returned?: { reason: string; lines: { lineId: string; row?: number; reason: string }[] };
  supersededById?: string;
  supersedesId?: string;
  filedAt: string;
  slipsDeliveredAt?: string;
  history: HistoryEntry[];
  actions: PayrollAction[];
}

export const PAY_ANSWERS = ['right', 'less', 'nothing', 'notMe'] as const;
export type PayAnswer = (typeof PAY_ANSWERS)[number];
export const BANK_STATES = ['none', 'sent', 'credited', 'bounced'] as const;
export type BankState = (typeof BANK_STATES)[number];

export const CARD_ANSWERS = ['inHand', 'notInHand', 'unanswered'] as const;
export type CardAnswer = (typeof CARD_ANSWERS)[number];

/**
 * `GET /api/payroll/sheets/:id/lines` (page, ?answer&bank&q and, for the office, &card), `/export`;
 * `GET /api/payroll/lines/:id`.
 */
export interface PayrollLineView {
  id: string;
  sheetId: string;
  row: number;
  workerName: string;
  citizenIdMasked: string;
  bankCardMasked?: string;
  payKind: PayKind;
  daysHundredths: number;
  hoursHundredths?: number;
  dayRateFen?: Fen;
  piecesHundredths?: number;
  piecePriceFen?: Fen;
  overtimeFen: Fen;
  allowancesFen: Fen;
  backPayFen: Fen;
  backPayMonth?: PayMonth;
  grossFen: Fen;
  advanceFen: Fen;
  deductions: Record<DeductionKind, Fen>;
  otherGround?: string;
  netFen: Fen;
  /** Silence is never consent: absent until the worker has answered. */
  answer?: { kind: PayAnswer; amountFen?: Fen; note?: string; at: string };
  bank: {
    state: BankState;
    amountFen?: Fen;
    on?: PlainDate;
    reason?: string;
    attempts: number;
    /** Credits the bank has taken back, oldest first. */
    takenBack?: CreditTakenBack[];
  };
  /**
   * Who was asked whether the card is in his own hand, and what he said. For the office alone: whoever keeps the card is
   * not told who said so (REG-31-2).
   */
  card?: { answer: CardAnswer; at?: string };
  /** The lead that a disagreement opened. */
  complaintId?: string;
}

/** `POST /api/payroll/sheets/:id/<action>` with If-Match; approve and return are the general contractor's labourOfficer's. */
export interface ReturnPayroll {
  reason: string;
  lines: { lineId: string; reason: string }[];
}
/** `POST /api/payroll/pay-files` (idempotent, 201, PayFileView): approved sheets of one project, or the re-pay list. */
export interface IssuePayFile {
  projectId: string;
  sheetIds?: string[];
  /** Lines that bounced, after the card was corrected on the roster. */
  repayLineIds?: string[];
}

/**
 * `GET /api/payroll/ledger?projectId&from&to&employerId&format=xlsx|pdf`: 工资支付台账 with all fields of REG-15-2;
 * `GET /api/payroll/labour-ledger?…`: 用工管理台账 (REG-28-3). Full identities, so a `reason` and an event.
 */
export interface AskLedger {
  projectId: string;
  from: PayMonth;
  to: PayMonth;
  employerId?: string;
  format: 'xlsx' | 'pdf';
  reason: string;
}
