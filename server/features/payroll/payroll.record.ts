import type { Types } from 'mongoose';
import type { CreditTakenBack } from '../../core/contract/funds.ts';
import type { BankState, DeductionKind, PayAnswer, PayrollState } from '../../core/contract/payroll.ts';
import type { PayKind } from '../../core/contract/roster.ts';
import type { SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import type { Sealed } from '../../platform/crypto/index.ts';
import type { SheetKept } from './sheet-kept.ts';

/** One thing that happened to a sheet, with the words; its event in the chain holds the same without them. */
export interface PayrollHistory {
  action: string;
  from?: PayrollState;
  to?: PayrollState;
  at: Date;
  on: PlainDate;
  by: { kind: 'staff' | 'system'; id?: string; name?: string };
  reason?: string;
  cite?: string;
  facts?: Record<string, string | number | boolean>;
}

/** One team's month in one revision, as it lies in the store. Sums and counts are kept with every change of a line. */
export interface PayrollSheetRecord extends SheetKept {
  _id: Types.ObjectId;
  version: number;
  projectId: string;
  projectName: string;
  areaCode: string;
  employerId: string;
  employerName: string;
  teamId: string;
  teamName: string;
  payMonth: PayMonth;
  revision: number;
  state: PayrollState;
  /** The revision that counts: false once another one took its place. */
  standing: boolean;
  /** The agreed day, rolled back before days off; absent where none is agreed. */
  payOn?: PlainDate;
  payOnProvisional?: boolean;
  source: 'workbook' | 'typed';
  /** What was filed, as a fingerprint: the same rows again are the same sheet. */
  contentHash: string;
  people: number;
  grossFen: Fen;
  deductionsFen: Fen;
  netFen: Fen;
  creditedFen: Fen;
  sent: number;
  credited: number;
  bounced: number;
  answers: Record<PayAnswer | 'unanswered', number>;
  /** What was shown when it was filed; the first 200 of `noticeCount`. */
  notices: SheetProblem[];
  noticeCount: number;
  /** All of them by rule. */
  noticeRules: { rule: string; count: number }[];
  returned?: { reason: string; lines: { lineId: string; row?: number; reason: string }[] };
  supersededById?: string;
  supersedesId?: string;
  filedAt: Date;
  filedOn: PlainDate;
  filedBy: { id?: string; name: string };
  approvedAt?: Date;
  slipsDeliveredAt?: Date;
  history: PayrollHistory[];
}

export interface StoredAnswer {
  kind: PayAnswer;
  amountFen?: Fen;
  note?: string;
  at: Date;
  /** Signed in, or by the link of a text message. */
  via: 'phone' | 'link';
}

export interface StoredBank {
  state: BankState;
  /** `<file number>-<line>` of the last pay file it went out in. */
  reference?: string;
  payFileId?: string;
  amountFen?: Fen;
  on?: PlainDate;
  reason?: string;
  attempts: number;
  /** Credits that proved wrong, oldest first: what was said first is never unsaid. */
  takenBack?: CreditTakenBack[];
}

/** One person's month. Who it is, where the money goes and whom to ask stand sealed as they were on that day. */
export interface PayrollLineRecord {
  _id: Types.ObjectId;
  version: number;
  sheetId: string;
  projectId: string;
  areaCode: string;
  employerId: string;
  teamId: string;
  payMonth: PayMonth;
  /** Its sheet counts: false once another revision took its place. */
  standing: boolean;
  row: number;
  workerId: string;
  /** Absent where somebody not on the roster could be filed. */
  enrolmentId?: string;
  workerName: string;
  citizenId?: Sealed;
  citizenIdIndex?: string;
  bankCard?: Sealed;
  bankCardIndex?: string;
  bankName?: string;
  phone?: Sealed;
  workType?: string;
  payKind: PayKind;
  daysHundredths: number;
  hoursHundredths?: number;
  /** What the attendance said on the day it was filed; absent where nobody recorded any. */
  attendedHundredths?: number;
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
  isSigned: boolean;
  /** The answer that counts, and all that were given, newest last. */
  answer?: StoredAnswer;
  answers: StoredAnswer[];
  bank: StoredBank;
  complaintId?: string;
  cardQuestion?: { askedAt: Date; inHand?: boolean; answeredAt?: Date };
  slipSentAt?: Date;
}
