import type { Fen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { Limitation } from '../law/limitation.ts';
import type { IntakeKind } from './complaints.ts';
import type { DeadlineView, HistoryEntry, NextDue } from './deadlines.ts';
import type { FileView } from './files.ts';
import type { RecusalView } from './office-work.ts';
import type { PageQuery } from './page.ts';
import type { ProceedingView } from './proceedings.ts';

export const CASE_STATES = ['filed', 'investigating', 'suspended', 'deciding', 'ordered', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const CASE_ACTIONS = [
  'assign',
  'edit',
  'link',
  'editClaims',
  'joinComplaint',
  'investigate',
  'askExtension',
  'approveExtension',
  'declineExtension',
  'suspend',
  'resume',
  'endInvestigation',
  'order',
  'recordPayment',
  'addEvidence',
  'askClosure',
  'approveClosure',
  'declineClosure',
  'askRecusal',
  'approveRecusal',
  'declineRecusal',
  'reopen',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** How a case ends. Only PAID and the paid part of the others count as recovered money. */
export const CLOSURE_CODES = [
  'PAID',
  'PAID_PART_REST_ARBITRATION',
  'AGREED_NOT_PAID',
  'NOT_FOUND',
  'NOT_WAGES',
  'NO_JURISDICTION',
  'WITHDRAWN',
  'TRANSFERRED_POLICE',
  'COURT',
  'OTHER',
] as const;
export type ClosureCode = (typeof CLOSURE_CODES)[number];

export const SUSPENSION_GROUNDS = [
  'DEBTOR_ABSCONDED',
  'EVIDENCE_UNOBTAINABLE',
  'AWAITING_OTHER_DECISION',
  'FORCE_MAJEURE',
] as const;
export type SuspensionGround = (typeof SUSPENSION_GROUNDS)[number];

export const SERVICE_MODES = ['DIRECT', 'LEFT', 'MAIL', 'ELECTRONIC', 'PUBLIC_NOTICE'] as const;
export type ServiceMode = (typeof SERVICE_MODES)[number];

/** A company, or a person or firm that is not on record. */
export interface PartyRef {
  companyId?: string;
  name: string;
}
export const CASE_PARTIES = ['respondent', 'primaryPayer', 'firstPayer', 'recourseAgainst'] as const;
export type CaseParty = (typeof CASE_PARTIES)[number];
/** Respondent and those who pay are different things (REG-16 … REG-37): kept apart. */
export interface CaseParties {
  respondent: PartyRef;
  primaryPayer?: PartyRef;
  firstPayer?: PartyRef;
  recourseAgainst?: PartyRef;
  /** Rule of the liability table that was applied, e.g. REG-30-2. */
  liabilityRule?: string;
}

/** `POST /api/cases` (inspector; idempotent, 201): files the case on accepted complaints of one office; same-day (T-FILE). */
export interface FileCase extends CaseParties {
  complaintIds: string[];
  title: string;
  leadInspectorId: string;
  /** Two inspectors (INS-16-1). */
  coInspectorId: string;
}

/** `GET /api/cases`: sorts nextDueOn (default), filedAt, owedFen, headcount; `q` like the complaints' queue plus the number. */
export interface ListCases extends PageQuery {
  q?: string;
  state?: CaseState;
  open?: boolean;
  areaCode?: string;
  projectId?: string;
  companyId?: string;
  inspectorId?: string;
  leadId?: string;
  coId?: string;
  /** Those of whom the reader stands in for included. */
  mine?: boolean;
  /** Open, and an inspector of it has no account any more or works elsewhere. */
  nobodys?: boolean;
  /** Days on which the closure was asked for; `notPaid`: under another code than PAID. */
  askedFrom?: PlainDate;
  askedTo?: PlainDate;
  notPaid?: boolean;
  due?: 'overdue' | 'today' | 'within1' | 'within3' | 'later' | 'none';
  pending?: boolean;
  closureCode?: ClosureCode;
  filedFrom?: PlainDate;
  filedTo?: PlainDate;
  /** Days on which it was closed: what a figure of the report opens. */
  closedFrom?: PlainDate;
  closedTo?: PlainDate;
}

/** What waits for the head; a recusal goes before whatever else waits. */
export type CasePending = 'extension' | 'closure' | 'recusal';

export interface CaseRow {
  id: string;
  version: number;
  caseNumber: string;
  title: string;
  state: CaseState;
  areaCode: string;
  officeCode: string;
  filedOn: PlainDate;
  filedAt: string;
  respondentName: string;
  projectId?: string;
  projectName?: string;
  complaintCount: number;
  headcount: number;
  owedFen: Fen;
  seenFen: Fen;
  leadInspectorName: string;
  /** Whose case it is that the reader has on his list because he stands in for him. */
  standsInFor?: string;
  nextDue?: NextDue;
  pending?: CasePending;
  closureCode?: ClosureCode;
  closedOn?: PlainDate;
}

export interface CaseView extends CaseRow {
  parties: CaseParties;
  leadInspector: { id: string; name: string };
  coInspector: { id: string; name: string };
  complaints: {
    id: string;
    receiptNumber: string;
    intakeKind: IntakeKind;
    complainantName?: string;
    identityHidden: boolean;
    state: string;
  }[];
  files: FileView[];
  deadlines: DeadlineView[];
  history: HistoryEntry[];
  extension?: { reason: string; askedOn: PlainDate; outcome?: 'approved' | 'declined'; words?: string };
  suspension?: { ground: SuspensionGround; reason: string; from: PlainDate; clockStops: boolean };
  /** Whether the complaints came within two years, in words: one that did not comes first. */
  limitation?: Limitation;
  /** What the office does beside the main line, oldest first. */
  proceedings: ProceedingView[];
  orders: {
    servedOn: PlainDate;
    rectifyBy: PlainDate;
    mode: ServiceMode;
    demands: string;
    fileIds: string[];
  }[];
  closure?: {
    code: ClosureCode;
    statement: string;
    askedOn: PlainDate;
    decidedOn?: PlainDate;
    words?: string;
  };
  /** Whether an inspector has to stay away, oldest first; the last one may still wait. */
  recusals: RecusalView[];
  /** It lies in the archive and is only read. */
  archive?: { id: string; fileNumber: string; on: PlainDate };
  /** What keeps the case from closing as PAID: people whose money is not seen in full. */
  unpaid: {
    people: number;
    fen: Fen;
    /** Counted apart, so that the others can be paid in full: who left, and who is owed nothing. */
    left?: number;
    nothingOwed?: number;
  };
  actions: CaseAction[];
}

/** Moves: `POST /api/cases/:id/<action in kebab case>` with If-Match; each answers CaseView. */
export interface AssignCase {
  leadInspectorId: string;
  coInspectorId: string;
  reason: string;
}
export interface EditCase extends CaseParties {
  title: string;
}
/** link: what was named in words only is this company, or this project, on record; either `party` and `companyId` or `projectId`. */
export interface LinkRecord {
  party?: CaseParty;
  companyId?: string;
  projectId?: string;
}
export interface JoinComplaint {
  complaintId: string;
  reason: string;
}
/** investigate, endInvestigation. */
export interface CaseNote {
  note?: string;
}
/** askExtension, declineExtension, declineClosure, reopen. */
export interface CaseReason {
  reason: string;
}
export interface SuspendCase {
  ground: SuspensionGround;
  reason: string;
}
/** resume. */
export interface ResumeCase {
  reason: string;
}
export interface OrderRectification {
  servedOn: PlainDate;
  rectifyBy: PlainDate;
  mode: ServiceMode;
  demands: string;
  fileIds: string[];
}
export interface AskClosure {
  code: ClosureCode;
  statement: string;
}
export interface AddCaseEvidence {
  fileIds: string[];
  note: string;
}
