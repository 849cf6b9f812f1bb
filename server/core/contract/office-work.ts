import type { PlainDate } from '../kit/plain-date.ts';
import type { Fen } from '../kit/money.ts';
import type { OutboxChannel, OutboxState } from './operations.ts';

/** Who asks that an inspector stays away from a case: he himself, or somebody the case concerns. */
export const RECUSAL_SIDES = ['SELF', 'COMPLAINANT', 'RESPONDENT', 'OTHER'] as const;
export type RecusalSide = (typeof RECUSAL_SIDES)[number];

/**
 * `POST /api/cases/:id/ask-recusal` (clerk, inspector): SELF only by the inspector himself; a party's wish is written
 * down by whoever heard it. Until the head has decided the case goes on being investigated, but nothing is decided.
 */
export interface AskRecusal {
  /** One of the two inspectors of the case. */
  inspectorId: string;
  side: RecusalSide;
  ground: string;
}
/** `POST /api/cases/:id/approve-recusal` (bureauHead): names who takes the place in the same move. */
export interface ApproveRecusal {
  inspectorId: string;
  note?: string;
}
/** `POST /api/cases/:id/decline-recusal` (bureauHead): CaseReason. */

export interface RecusalView {
  against: { id: string; name: string };
  side: RecusalSide;
  ground: string;
  askedOn: PlainDate;
  outcome?: 'approved' | 'declined';
  decidedOn?: PlainDate;
  words?: string;
  replacedBy?: { id: string; name: string };
}

/** Roles of an office in which somebody can stand in for somebody else. */
export const STAND_IN_ROLES = ['clerk', 'inspector', 'bureauHead'] as const;
export type StandInRole = (typeof STAND_IN_ROLES)[number];

/**
 * Days on which somebody is away and who stands in for him; both days count, in calendar days.
 * `GET /api/absences?officeCode` (clerk, inspector, bureauHead): those that run or are to come, all on one page.
 * `POST /api/absences` (idempotent, 201): one's own, or anybody's of the office by its head.
 * `POST /api/absences/:id/end` with If-Match: sooner than noted, by hand.
 */
export interface AbsenceView {
  id: string;
  version: number;
  userId: string;
  userName: string;
  role: StandInRole;
  officeCode: string;
  from: PlainDate;
  until: PlainDate;
  substituteId: string;
  substituteName: string;
  notedByName: string;
  /** Away today. */
  isRunning: boolean;
  canEnd: boolean;
}
export interface NoteAbsence {
  /** Left out: the writer himself. */
  userId?: string;
  role: StandInRole;
  officeCode: string;
  from: PlainDate;
  until: PlainDate;
  substituteId: string;
}
/** `GET /api/absences/people?officeCode&role`: who works there in this role; Page of these. */
export interface OfficePerson {
  id: string;
  name: string;
}

/** `GET /api/cases/load?officeCode` (bureauHead): each number is the total of the list it opens. */
export interface InspectorLoad {
  id: string;
  name: string;
  /** False: the account is disabled or no longer an inspector of this office, and its cases are nobody's. */
  isActive: boolean;
  led: number;
  assisted: number;
  /** Of the cases led. */
  overdue: number;
  within3: number;
  people: number;
  owedFen: Fen;
  awayUntil?: PlainDate;
  substituteName?: string;
}

/**
 * `POST /api/cases/reassign` (bureauHead): several cases to other inspectors, each its own conditional write. At least
 * one of the two; the other one stays. Asked again, it changes nothing: those cases are answered as `unchanged`.
 */
export interface ReassignCases {
  cases: { id: string; version: number }[];
  leadInspectorId?: string;
  coInspectorId?: string;
  reason: string;
}
export interface Reassigned {
  id: string;
  caseNumber?: string;
  outcome: 'moved' | 'unchanged' | 'refused';
  /** Why not, in words. */
  why?: { zh: string; en: string };
}

/**
 * `GET /api/cases/before-report` (bureauHead, leader): closures asked for and withdrawals in the days before the day on
 * which the month's report goes out. Unset parameters: `isSet` false, and nothing is alerted.
 */
export interface BeforeReport {
  isSet: boolean;
  month?: string;
  reportOn?: PlainDate;
  from?: PlainDate;
  least?: number;
  closures?: number;
  /** Of the closures those whose code is not PAID. */
  notPaid?: number;
  withdrawals?: number;
  /** Closures and withdrawals together reach the number the area set. */
  isBulk?: boolean;
}

/** `GET /api/cases/:id/outward`: every message about the case that left the office; Page of these, newest first. */
export interface OutwardMessage {
  id: string;
  at: string;
  channel: OutboxChannel;
  subject: string;
  /** Masked; left out where the reader may not know who is behind it. */
  to?: string;
  receiptNumber?: string;
  state: OutboxState;
  sentAt?: string;
}
