import type { Fen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';

/** How a person's wages are agreed. Rates: fen for a day, a month or a piece. */
export const PAY_KINDS = ['TIME_RATE', 'PIECE_RATE'] as const;
export type PayKind = (typeof PAY_KINDS)[number];
export const WORK_ROLES = ['MANAGER', 'BUILDER'] as const;
export type WorkRole = (typeof WORK_ROLES)[number];
/** 劳动合同 or 用工书面协议: either opens the gate (RNM-8, RNM-8b); an over-age worker has the latter (WAG-8). */
export const CONTRACT_KINDS = ['labourContract', 'labourAgreement'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

/** `GET /api/projects/:id/teams` (array of the reader's own reach); `POST` (idempotent, 201); `PATCH /api/teams/:id`. */
export interface TeamView {
  id: string;
  version: number;
  projectId: string;
  employerId: string;
  employerName: string;
  name: string;
  leaderName?: string;
  leaderPhoneMasked?: string;
  enteredOn: PlainDate;
  leftOn?: PlainDate;
  /** People on site in this team today. */
  present: number;
  canEdit: boolean;
}
export interface WriteTeam {
  /** A party of the project: the general contractor or one of its subcontractors. */
  employerId: string;
  name: string;
  leaderName?: string;
  leaderPhone?: string;
  enteredOn: PlainDate;
  leftOn?: PlainDate;
}

export const ENROLMENT_STATES = ['pending', 'onSite', 'left'] as const;
/** Pending: on record, not let on site yet (REG-28-1). */
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];
export const ENROLMENT_ACTIONS = ['edit', 'enter', 'leave', 'settle', 'reveal'] as const;
export type EnrolmentAction = (typeof ENROLMENT_ACTIONS)[number];

/** What the entry gate asks for; each with the rule behind it. */
export const GATE_ITEMS = ['realName', 'contract', 'safetyTraining', 'agreementForAge'] as const;
export type GateItemId = (typeof GATE_ITEMS)[number];
export interface GateItem {
  id: GateItemId;
  open: boolean;
  /** Nobody could compare it: let through, and never shown as there. */
  isUnchecked?: true;
  /** Rule id for orientation; printed as a citation only where it is certain. */
  rule: string;
  zh: string;
  en: string;
}

/**
 * One person's work on one project for one employer in one team: `GET /api/enrolments?projectId&employerId&teamId&state
 * &q&gate=closed&elsewhere=true` (page), `/export`, `GET /api/enrolments/:id`.
 */
export interface EnrolmentView {
  id: string;
  version: number;
  projectId: string;
  employerId: string;
  employerName: string;
  teamId: string;
  teamName: string;
  workerId: string;
  workerName: string;
  citizenIdMasked: string;
  phoneMasked?: string;
  bankCardMasked?: string;
  bankName?: string;
  /** National code, e.g. 020 钢筋工. */
  workType: string;
  workRole: WorkRole;
  isTeamLeader: boolean;
  payKind: PayKind;
  dayRateFen?: Fen;
  monthRateFen?: Fen;
  piecePriceFen?: Fen;
  pieceUnit?: string;
  contract?: { kind: ContractKind; signedOn: PlainDate; from: PlainDate; until?: PlainDate; fileId?: string };
  safetyTrainedOn?: PlainDate;
  overAge: boolean;
  enteredOn?: PlainDate;
  leftOn?: PlainDate;
  /** Leaving asks for settlement of all wages the same day (WAG-7). */
  settlement?: { dueOn: PlainDate; settledOn?: PlainDate; note?: string };
  state: EnrolmentState;
  gate: GateItem[];
  /** Other sites this person is on at the same time, as far as the reader may know: names only for the office. */
  elsewhere: { projectId: string; projectName?: string }[];
  actions: EnrolmentAction[];
}

/** `POST /api/enrolments` (idempotent, 201), `PATCH /api/enrolments/:id` (absent secrets stay). */
export interface WriteEnrolment {
  projectId: string;
  teamId: string;
  name: string;
  citizenId?: string;
  phone?: string;
  bankCard?: string;
  bankName?: string;
  workType: string;
  workRole: WorkRole;
  isTeamLeader: boolean;
  payKind: PayKind;
  dayRateFen?: Fen;
  monthRateFen?: Fen;
  piecePriceFen?: Fen;
  pieceUnit?: string;
  contract?: { kind: ContractKind; signedOn: PlainDate; from: PlainDate; until?: PlainDate; fileId?: string };
  safetyTrainedOn?: PlainDate;
}
/** `POST /api/enrolments/:id/enter` with If-Match: refused with `gateClosed` while an item is missing. */
export interface EnterSite {
  on: PlainDate;
}
/** `POST /api/enrolments/:id/leave`; `/settle` records that everything owed was paid. */
export interface LeaveSite {
  on: PlainDate;
  reason: string;
}
export interface SettleEnrolment {
  on: PlainDate;
  note: string;
}

/** `POST /api/roster/checks` {fileId, projectId, teamId}: the office's workbook; confirming enrols whoever has no fault. */
export interface CheckRoster {
  fileId: string;
  projectId: string;
  teamId: string;
}
/** `GET /api/roster/template?projectId&teamId` (raw xlsx). `GET /api/projects/:id/coverage` answers: */
export interface CoverageView {
  present: number;
  /** With a contract or agreement, with a real-name record, with a bank card of their own. */
  withContract: number;
  withRealName: number;
  withCard: number;
  onSeveralSites: number;
  leftUnsettled: number;
}

/** Work types of the national dictionary, `GET /api/dictionaries/work-types`: `core/pay/work-types.ts` holds the table. */
export interface WorkType {
  code: string;
  zh: string;
}
