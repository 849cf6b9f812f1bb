/**
 * A workbook is checked before anything of it is kept. Each feature has its own door that starts a check of a file
 * uploaded before (`POST /api/payroll/checks`, `/api/roster/checks`, …, 202, Idempotency-Key) and answers SheetCheckView;
 * the rest is the same for all kinds: `GET /api/sheet-checks/:id`, `/problems?level&rule` (page), `/marked` (the same
 * workbook with marked cells), `POST /api/sheet-checks/:id/confirm` {leaveOut?} stores the result once, in one transaction.
 * Only who started a check sees it. Progress also comes over the socket as `sheetCheckChanged {id}` to `user:<id>`.
 *
 * One bad row never loses the others. Where each row stands for itself (roster, attendance), the rows without a blocking
 * problem may be confirmed and the others are left out: the confirm names how many, and is refused (409, findings anew)
 * where they have become more. A payroll or a file of the bank is a whole: what blocks one row keeps all of it back.
 */
export const SHEET_CHECK_KINDS = [
  'roster',
  'attendance',
  'payroll',
  'bankResults',
  'transactions',
  'leads',
] as const;
export type SheetCheckKind = (typeof SHEET_CHECK_KINDS)[number];

export const SHEET_CHECK_STATES = ['reading', 'checked', 'failed', 'confirmed'] as const;
export type SheetCheckState = (typeof SHEET_CHECK_STATES)[number];

/** What blocks is never stored: the row, or all of a sheet that is a whole. A notice is shown and kept with what is confirmed. */
export const PROBLEM_LEVELS = ['block', 'notice'] as const;
export type ProblemLevel = (typeof PROBLEM_LEVELS)[number];

/** One fault of one cell, or of the row, or (row 0) of the whole sheet. */
export interface SheetProblem {
  /** As the workbook program counts them: the heading is row 1. */
  row: number;
  /** Key of the column, e.g. `netFen`; absent for the row as a whole. */
  column?: string;
  /** Id of the rule, e.g. `net.arithmetic`. */
  rule: string;
  level: ProblemLevel;
  zh: string;
  en: string;
  /** The record it speaks of, as an address of the desk. */
  link?: string;
}

export interface SheetCheckView {
  id: string;
  kind: SheetCheckKind;
  state: SheetCheckState;
  fileName: string;
  /** Rows read so far and, once known, in all. */
  progress: { done: number; total?: number };
  rows: number;
  blocking: number;
  notices: number;
  /** The first 200; the others page. */
  problems: SheetProblem[];
  /** How often each rule was broken, blocking ones first: what the list of problems is narrowed by. */
  rules: { rule: string; level: ProblemLevel; count: number }[];
  /** Why the file could not be read at all. */
  failure?: { code: string; zh: string; en: string };
  /** What confirming made: the id of the payroll sheet, the number of people … */
  result?: Record<string, string | number>;
  createdAt: string;
  canConfirm: boolean;
  /** How many rows confirming leaves out, 0 where nothing blocks; absent where what blocks keeps the whole sheet back. */
  leaveOut?: number;
}

/** What whoever confirms agrees to: no more rows than these stay out. */
export interface ConfirmSheet {
  leaveOut?: number;
}

/** A workbook's heading as templates print it and readers find it. */
export interface SheetColumn {
  key: string;
  zh: string;
  en: string;
  /** Other headings understood as this one. */
  aliases?: readonly string[];
  /** `amount` is yuan on paper and fen inside, `quantity` has up to two decimals and is hundredths inside. */
  kind: 'text' | 'number' | 'amount' | 'quantity' | 'day' | 'month' | 'choice' | 'identity';
  required?: true;
  choices?: readonly { value: string; zh: string; en: string }[];
  width?: number;
  /** A text may be this long instead of the usual 500. */
  longest?: number;
}
