import type { Words } from '../alerts/rule.ts';
import type { ArrearsSource } from '../contract/arrears.ts';
import type { DeductionKind } from '../contract/payroll.ts';
import type { PayKind } from '../contract/roster.ts';
import type { Fen, Rounding } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from '../law/calendar/calendar.ts';

/** Everything on record of one person's month on the project of a case, and what he says himself. */
export interface PersonMonth {
  payMonth: PayMonth;
  /** One for each enrolment: somebody may change teams in the middle of a month. */
  work: WorkOfMonth[];
  /** What the bank credited for this month. */
  credits: Credit[];
  /** His own word on what is owed for it. */
  statedFen?: Fen;
}

export interface WorkOfMonth {
  attended?: { daysHundredths: number; hoursHundredths: number; recordId: string };
  rate?: AgreedRate;
  payroll?: PayrollFigures;
}

export interface AgreedRate {
  payKind: PayKind;
  dayRateFen?: Fen;
  monthRateFen?: Fen;
  piecePriceFen?: Fen;
  recordId: string;
}

/** A payroll line that stands. What it pays for another month is not in its gross here. */
export interface PayrollFigures {
  recordId: string;
  grossFen: Fen;
  /** Overtime and allowances within the gross. */
  extrasFen: Fen;
  advanceFen: Fen;
  deductions: Record<DeductionKind, Fen>;
  piecesHundredths?: number;
  piecePriceFen?: Fen;
  /** The worker himself said the line is right. */
  isConfirmed: boolean;
}

export interface Credit {
  fen: Fen;
  on?: PlainDate;
  recordId: string;
}

/** What the lines of a sheet are reckoned by beside the person's own records. */
export interface ReckonedBy {
  /** When the case was filed: what is credited later is money the case recovered. */
  filedOn: PlainDate;
  /** Says how many days a month had to be worked. */
  calendar?: Calendar;
  /** The area's monthly minimum wage of that month; absent where none is set. */
  minimumMonthlyFen?: Fen;
}

/** Where a figure comes from, in words. */
export interface LineSource {
  source: ArrearsSource;
  words: Words;
  recordId?: string;
}

/** One person's month, reckoned. */
export interface BuiltLine {
  payMonth: PayMonth;
  basis: { kind: 'days' | 'hours' | 'pieces' | 'monthly' | 'sum'; hundredths?: number; rateFen?: Fen };
  earnedFen: Fen;
  deductedFen: Fen;
  paidFen: Fen;
  owedFen: Fen;
  /** What keeps the records from giving a figure; such a line counts in no sum. */
  lacks: Words[];
  sources: LineSource[];
}

/** The one rounding of a sheet: half a fen or more is a fen, and it is done once, at the end of each figure. */
export const ROUNDING: Rounding = 'halfUp';
