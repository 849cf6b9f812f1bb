import type { DeductionKind } from '../contract/payroll.ts';
import { DEDUCTION_KINDS } from '../contract/payroll.ts';
import type { PayKind } from '../contract/roster.ts';
import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';

/** One row as it was read or typed. Null: empty or unreadable where a value is needed; sums that may be empty are zero. */
export interface PayrollRow {
  row: number;
  name: string | null;
  citizenId: string | null;
  bankCard: string | null;
  /** Equal keys are one person, one card; whoever asks decides whether they are numbers or blind indexes. */
  personKey: string | null;
  cardKey: string | null;
  payKind: PayKind;
  daysHundredths: number | null;
  hoursHundredths: number | null;
  dayRateFen: number | null;
  piecesHundredths: number | null;
  piecePriceFen: number | null;
  overtimeFen: number;
  allowancesFen: number;
  backPayFen: number;
  backPayMonth: PayMonth | null;
  grossFen: number | null;
  advanceFen: number;
  deductions: Record<DeductionKind, number>;
  otherGround: string | null;
  netFen: number | null;
  isSigned: boolean;
}

/** What is on record of the person of a row. */
export interface PersonFacts {
  personKey: string;
  name: string;
  hasContract: boolean;
  cardKey?: string;
  dayRateFen?: Fen;
  piecePriceFen?: Fen;
  /** Absent where nobody recorded a day: not known, which is not zero. */
  attendedHundredths?: number;
  /** Other sheets of the same month that count. */
  elsewhere?: { sheets: number; daysHundredths: number };
}

/** What holds for the whole sheet. Null: not set for this area, so not checked. */
export interface MonthFacts {
  payMonth: PayMonth;
  today: PlainDate;
  minimumMonthlyFen: Fen | null;
  minimumHourlyFen: Fen | null;
  outlier: OutlierRule | null;
}

/** A gross wage is unusual above so many times the median (300 is three times), in a sheet of so many people or more. */
export interface OutlierRule {
  timesMedianHundredths: number;
  leastPeople: number;
}

/** All that is taken off, the advance apart. */
export function deductedFen({ deductions }: Pick<PayrollRow, 'deductions'>): number {
  let sum = 0;
  for (const kind of DEDUCTION_KINDS) sum += deductions[kind];
  return sum;
}

/** 2250 → '22.5', for messages. */
export const plainHundredths = (value: number): string => String(value / 100);
