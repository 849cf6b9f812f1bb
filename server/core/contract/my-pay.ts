import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { BankState, DeductionKind, PayAnswer } from './payroll.ts';
import type { PayKind } from './roster.ts';

/**
 * The worker's own phone. A person is known by the phone on the roster (or on his worker record): everything below is
 * limited to worker records with the phone that signed in.
 */

/** `GET /api/my/pay-lines` (page, newest month first), `GET /api/my/pay-lines/:id`. */
export interface MyPayLine {
  id: string;
  projectName: string;
  employerName: string;
  teamName: string;
  payMonth: PayMonth;
  payOn?: PlainDate;
  payKind: PayKind;
  daysHundredths: number;
  attendedHundredths?: number;
  dayRateFen?: Fen;
  piecesHundredths?: number;
  piecePriceFen?: Fen;
  overtimeFen: Fen;
  allowancesFen: Fen;
  backPayFen: Fen;
  grossFen: Fen;
  advanceFen: Fen;
  deductions: Record<DeductionKind, Fen>;
  netFen: Fen;
  bank: { state: BankState; amountFen?: Fen; on?: PlainDate };
  answer?: { kind: PayAnswer; amountFen?: Fen; note?: string; at: string };
  answers: { kind: PayAnswer; amountFen?: Fen; at: string }[];
  canAnswer: boolean;
  /** Asked of a random share of payees: is your bank card in your own hand? (REG-31-2) */
  cardQuestion?: { answered?: boolean };
  /** The receipt of the lead this answer opened. */
  receiptNumber?: string;
}
/**
 * `POST /api/my/pay-lines/:id/answer` (idempotent): changeable until the line is closed; each answer is kept. Less, nothing
 * and not-me open a lead (`receiptNumber`). Nothing, said before the agreed pay day (`payOn`) is over and while no bank has
 * credited him, opens none yet: it is kept, and the lead opens on the day after if nothing came and he still says so.
 */
export interface AnswerPayLine {
  kind: PayAnswer;
  /** What really arrived; required for `less`. */
  amountFen?: Fen;
  note?: string;
}
/** `POST /api/my/pay-lines/:id/card` {inHand}; `GET /api/my/pay-lines/:id/slip.pdf`. */
export interface AnswerCard {
  inHand: boolean;
}
/**
 * Without login, from a text message: `GET /api/public/pay-links/:token` {needsCode: true} only; `POST …/open` {code}
 * answers MyPayLine, `POST …/answer` {code, …AnswerPayLine}, `POST …/card` {code, inHand}. Five wrong codes close the
 * link, whatever it was asked for.
 */
export interface OpenPayLink {
  code: string;
}
export interface AnswerPayLink extends AnswerPayLine {
  code: string;
}
export interface AnswerCardLink extends AnswerCard {
  code: string;
}

/** `GET /api/my/enrolments`. */
export interface MyEnrolment {
  id: string;
  projectId: string;
  projectName: string;
  employerName: string;
  teamName: string;
  workType: string;
  payKind: PayKind;
  dayRateFen?: Fen;
  piecePriceFen?: Fen;
  contractSignedOn?: PlainDate;
  enteredOn?: PlainDate;
  leftOn?: PlainDate;
  /** Days on which he is known to have worked, by month, newest first. */
  months: { month: PayMonth; daysHundredths: number }[];
}
/** `GET /api/my/attendance?enrolmentId&month`: AttendanceMark[] of attendance.ts. */

/** `GET /api/my/identity-uses`: where the own identity stands on record. */
export interface IdentityUse {
  kind: 'roster' | 'payroll' | 'case' | 'complaint';
  where: string;
  by: string;
  on: string;
}
