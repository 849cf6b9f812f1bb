import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { PayAnswer, PayrollLineView, PayrollState } from './payroll.ts';

/** Three states, three colours: no data is never shown as no pay, nor as paid. */
export type CellTone = 'noData' | 'good' | 'waiting' | 'late' | 'disagree';

/** `GET /api/projects/:id/pay-grid?from=2026-01&to=2026-12`: months × teams; inspectors, owner and GC, a sub its own teams. */
export interface PayGridView {
  projectId: string;
  months: PayMonth[];
  teams: { id: string; name: string; employerName: string }[];
  cells: PayGridCell[];
}
export interface PayGridCell {
  teamId: string;
  month: PayMonth;
  tone: CellTone;
  sheetId?: string;
  state?: PayrollState;
  payOn?: PlainDate;
  people?: number;
  attended?: number;
  netFen?: Fen;
  creditedFen?: Fen;
  credited?: number;
  /** Day of the last credit: paid late shows beside the agreed day. */
  creditedOn?: PlainDate;
  answers?: Record<PayAnswer | 'unanswered', number>;
  /** Derived from the agreed day and bank credits, never typed. */
  arrearsFen?: Fen;
}

/** `GET /api/projects/:id/money?month=`: where the money is stuck, in the order it flows. */
export const MONEY_STEPS = [
  'labourCostDue',
  'labourCostReceived',
  'payrollFiled',
  'sentToBank',
  'credited',
] as const;
export type MoneyStepId = (typeof MONEY_STEPS)[number];
export interface MoneyStep {
  id: MoneyStepId;
  tone: CellTone;
  amountFen?: Fen;
  dueOn?: PlainDate;
  on?: PlainDate;
  zh: string;
  en: string;
}
export interface MoneyStripView {
  projectId: string;
  month: PayMonth;
  steps: MoneyStep[];
  /** The first step that is late; absent while nothing is. */
  stuckAt?: MoneyStepId;
}

/** Attendance × payroll × bank × the worker's answer; each disagreement is a row. */
export const DISAGREEMENTS = [
  'attendedNotOnPayroll',
  'onPayrollNotAttended',
  'moreDaysThanAttended',
  'notSentToBank',
  'bounced',
  'creditedLess',
  'creditedMore',
  'creditedNotOnPayroll',
  'answeredLess',
  'answeredNothing',
  'answeredNotMe',
  'unanswered',
] as const;
export type DisagreementKind = (typeof DISAGREEMENTS)[number];
/** `GET /api/projects/:id/reconciliation?month=&kind=` (page), `/export`; `npm run reconcile` prints the same. */
export interface Disagreement {
  kind: DisagreementKind;
  enrolmentId?: string;
  workerName: string;
  teamName: string;
  lineId?: string;
  complaintId?: string;
  attendedHundredths?: number;
  payrollDaysHundredths?: number;
  netFen?: Fen;
  creditedFen?: Fen;
  answer?: PayAnswer;
  answerFen?: Fen;
  zh: string;
  en: string;
}

/** `GET /api/payroll/lines/:id/evidence`: what a disagreement's lead carries: the line, its punches, its bank row. */
export interface LineEvidence {
  line: PayrollLineView;
  projectId: string;
  projectName: string;
  teamName: string;
  payMonth: PayMonth;
  attendance: { day: PlainDate; hundredths: number; source: string }[];
  bank?: { reference: string; amountFen: Fen; on?: PlainDate; state: string; reason?: string };
  answers: { kind: PayAnswer; amountFen?: Fen; at: string }[];
}
