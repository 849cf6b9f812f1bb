import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { MessageView } from './complaint-moves.ts';
import type { ComplaintState, IntakeKind } from './complaints.ts';
import type { PaymentState } from './claims.ts';

/** What a complainant can do now, in the order of importance; the client shows the first as the one button. */
export const MY_ACTIONS = [
  'supplement',
  'answerPayment',
  'message',
  'addEvidence',
  'rate',
  'askWithdrawal',
] as const;
export type MyAction = (typeof MY_ACTIONS)[number];

/** Plain-word keys of the worker's timeline; the words are the client's. */
export const TRACK_STEPS = [
  'received',
  'supplementAsked',
  'supplemented',
  'accepted',
  'refused',
  'transferOffered',
  'transferred',
  'takenOver',
  'transferReturned',
  'merged',
  'caseFiled',
  'investigating',
  'extended',
  'suspended',
  'resumed',
  'ordered',
  'moneySeen',
  'moneyReported',
  'closed',
  'reopened',
  'answered',
  'withdrawalAsked',
  'withdrawalDoubted',
  'withdrawn',
  'rated',
] as const;
export type TrackStep = (typeof TRACK_STEPS)[number];

export interface TrackEntry {
  step: TrackStep;
  on: PlainDate;
  /** e.g. question, reason, whereInstead, rectifyBy, closureCode, fen, officeName: never a staff member's name. */
  facts: Record<string, string | number>;
}

/** `GET /api/my/complaints` (worker): own complaints by the phone that signed in, newest first. */
export interface MyComplaintRow {
  receiptNumber: string;
  intakeKind: IntakeKind;
  state: ComplaintState;
  receivedOn: PlainDate;
  projectName?: string;
  employerName?: string;
  owedFen: Fen;
  /** Something waits for the worker. */
  needsMe: boolean;
}

/** `GET /api/my/complaints/:receiptNumber`: the same for `POST /api/public/tracking` (anonymous reports). */
export interface MyComplaint extends MyComplaintRow {
  version: number;
  officeName: string;
  officePhone?: string;
  payMonths: PayMonth[];
  headcount: number;
  story: string;
  fileIds: string[];
  /** Newest first. */
  steps: TrackEntry[];
  /** What comes next, in one key, and the last day; absent when nothing is left to come. */
  next?: {
    step: 'acceptance' | 'supplement' | 'investigation' | 'decision' | 'payment' | 'confirmMoney' | 'closure';
    dueOn?: PlainDate;
    provisional: boolean;
  };
  money: { owedFen: Fen; seenFen: Fen };
  messages: MessageView[];
  /** Payments that wait for this person's word, then those answered. */
  payments: MyPayment[];
  receiptPath: string;
  rating?: { stars: number; words?: string };
  actions: MyAction[];
}

export interface MyPayment {
  id: string;
  version: number;
  fen: Fen;
  paidOn: PlainDate;
  state: PaymentState;
}

/** `POST /api/my/complaints/:receiptNumber/supplement|messages|evidence|rating|withdrawal` (worker, idempotent). */
export interface AnswerSupplement {
  text: string;
  fileIds: string[];
}
export interface AddEvidence {
  fileIds: string[];
}
export interface RateHandling {
  /** 1–5. */
  stars: number;
  words?: string;
}
export interface AskWithdrawal {
  reason: string;
}

/** `POST /api/my/payments/:id/answer` (worker, idempotent): did the money arrive? Silence stays silence. */
export interface AnswerPayment {
  answer: 'received' | 'less' | 'notReceived';
  /** For 'less': what arrived. */
  receivedFen?: Fen;
}

/** `POST /api/public/tracking` (anybody, rate `code`): an anonymous report by its number and the code shown once. */
export interface TrackAnonymously {
  receiptNumber: string;
  trackingCode: string;
}

/** `GET /api/public/receipts/:receiptNumber?s=<signature>`: is this receipt genuine? No content. */
export interface ReceiptCheck {
  genuine: boolean;
  receiptNumber: string;
  officeName?: string;
  receivedOn?: PlainDate;
  /** Of the key that signed it; the key itself is on the public roots page. */
  keyId?: string;
}
