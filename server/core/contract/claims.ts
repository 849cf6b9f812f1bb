import type { ClaimHintCode, HintGap } from '../claims/claim-hints.ts';
import type { Fen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { MonthOwed } from './deadlines.ts';

export const CLAIM_STATES = ['open', 'partly', 'paid', 'left', 'nothingOwed'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** One person's arrears: `GET /api/cases/:id/claims` (page), `POST` adds up to 500 rows, `PATCH /api/claims/:id`. */
export interface ClaimView {
  id: string;
  version: number;
  caseId: string;
  name?: string;
  identityHidden: boolean;
  phoneMasked?: string;
  citizenIdMasked?: string;
  bankCardMasked?: string;
  months: MonthOwed[];
  owedFen: Fen;
  /** Seen: a bank credit, or the worker's own word. */
  seenFen: Fen;
  /** Said to be paid, not seen yet. */
  reportedFen: Fen;
  /** left: he left the group, his row is kept; nothingOwed: a settled sheet found so. Both are counted apart. */
  state: ClaimState;
  /** He joined the group complaint by himself, so it is his own word that stands here. */
  isMember: boolean;
  /** An inspector still has to look at it: he joined late, or says something else than stood here. */
  toCheck: boolean;
  payments: PaymentView[];
}
export interface WriteClaim {
  name: string;
  citizenId?: string;
  phone?: string;
  bankCard?: string;
  months: MonthOwed[];
}
/** `POST /api/cases/:id/claims` with the case's If-Match. */
export interface AddClaims {
  rows: WriteClaim[];
}
/** `POST /api/claims/:id/check` with If-Match and `{ note? }`: the inspector has looked at it and it stands; ClaimView. */
/** `POST /api/claims/:id/remove` with If-Match: entered by mistake; refused once money was seen. */

export const PAYMENT_MEANS = ['BANK_CREDIT', 'WORKER_CONFIRMED', 'REPORTED'] as const;
/** BANK_CREDIT and WORKER_CONFIRMED need a file and are seen at once; REPORTED waits for the worker's answer. */
export type PaymentMeans = (typeof PAYMENT_MEANS)[number];
export const PAYMENT_STATES = ['waiting', 'seen', 'disputed', 'revoked'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export interface PaymentView {
  id: string;
  version: number;
  claimId: string;
  fen: Fen;
  paidOn: PlainDate;
  means: PaymentMeans;
  state: PaymentState;
  /** What the worker said arrived, where that is less. */
  receivedFen?: Fen;
  answeredOn?: PlainDate;
  fileIds: string[];
  note?: string;
}
/** `POST /api/cases/:id/record-payment` with If-Match: up to 500 rows at once; answers CaseView. */
export interface RecordPayments {
  rows: { claimId: string; fen: Fen }[];
  paidOn: PlainDate;
  means: PaymentMeans;
  fileIds: string[];
  note?: string;
}
/**
 * `POST /api/payments/:id/revoke` with the payment's If-Match and `{ reason }`: recorded by mistake; answers ClaimView.
 * What the worker has answered is his own word and is not taken back.
 */

/**
 * `GET /api/cases/:id/claim-hints` (whoever reads the claims): what speaks for looking twice before believing or doubting,
 * with its facts. No hint is a ground of refusal. Claims whose people this reader may not know are left out.
 */
export interface ClaimHintsView {
  hints: {
    code: ClaimHintCode;
    people: { claimId: string; name: string }[];
    complaints: { id: string; receiptNumber: string }[];
    /** Months or words it was seen by. */
    seen: string[];
    citation?: { zh: string; en: string };
  }[];
  /** Questions that could not be asked for want of data. */
  gaps: HintGap[];
}
