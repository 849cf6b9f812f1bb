import type { Words } from '../alerts/rule.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { TimeLeft } from '../law/time-left.ts';
import type { ArrearsState } from './arrears.ts';
import type { ServiceMode } from './cases.ts';
import type { DeadlineView } from './deadlines.ts';
import type { FileView } from './files.ts';
import type { PageQuery } from './page.ts';

/** 举证: what an employer has to produce in a dispute over pay (REG-50-1). */
export const PROOF_DOCUMENTS = ['labourContract', 'staffRoster', 'wageLedger', 'wageList'] as const;
export type ProofDocument = (typeof PROOF_DOCUMENTS)[number];

/** What something served on a company asks of it. */
export const MATTER_TASKS = ['order', 'arrears', 'proofDemand'] as const;
export type MatterTask = (typeof MATTER_TASKS)[number];
export const MATTER_STANDINGS = ['overdue', 'waiting', 'nothing'] as const;
/** Something is late, something waits, or nothing is asked any more. */
export type MatterStanding = (typeof MATTER_STANDINGS)[number];

/**
 * 涉案事项: `GET /api/company/matters` (page, sorts dueOn, servedOn, caseNumber; `/export`) lists the cases in which
 * something was served on the reader's company. It sees what was served on it and what it sent itself, and nothing else
 * of the case: not its title, its people, its evidence, nor what was served on others.
 */
export interface ListMatters extends PageQuery {
  /** Part of the case number or of the office's name. */
  q?: string;
  standing?: MatterStanding;
}
export interface MatterRow {
  /** Of the case. */
  id: string;
  caseNumber: string;
  officeName: string;
  standing: MatterStanding;
  /** What is to be done, the first due first. */
  tasks: { task: MatterTask; dueOn: PlainDate; timeLeft: TimeLeft }[];
  paperCount: number;
  /** The newest day on which something was served. */
  servedOn: PlainDate;
  isClosed: boolean;
}

/** `GET /api/company/matters/:id`; 404 where nothing of the case was served on the company. */
export interface MatterView extends MatterRow {
  /** Whom to ask. */
  officePhone?: string;
  papers: ServedPaper[];
  orders: ServedOrder[];
  /** The sheet that was shown: `/company/arrears/:id` answers it. */
  arrears?: {
    id: string;
    state: ArrearsState;
    shownOn?: PlainDate;
    answerBy?: PlainDate;
    canAnswer: boolean;
  };
  demands: ProofDemandView[];
}
/** `GET /api/company/matters/:id/papers/:paperId/pdf` gives the bytes as they were issued; of a voided one none. */
export interface ServedPaper {
  id: string;
  name: Words;
  documentNumber: string;
  issuedOn: PlainDate;
  servedOn: PlainDate;
  mode: ServiceMode;
  isVoided: boolean;
}
export interface ServedOrder {
  servedOn: PlainDate;
  rectifyBy: PlainDate;
  mode: ServiceMode;
  demands: string;
  /** The clock of the order; a later order takes the place of the one before. */
  clock: DeadlineView;
}
export interface ProofDemandView {
  id: string;
  number: number;
  state: string;
  stateName: Words;
  servedOn: PlainDate;
  mode: ServiceMode;
  /** Of which months and people, as the office wrote it. */
  scope?: string;
  clock: DeadlineView;
  documents: DemandedDocument[];
  /** Until the office has them all or takes the demand back; what comes after the day is marked late. */
  canSend: boolean;
}
export interface DemandedDocument {
  document: ProofDocument;
  sent: ProofSent[];
}
export interface ProofSent {
  id: string;
  sentAt: string;
  sentOn: PlainDate;
  sentBy: string;
  isLate: boolean;
  files: FileView[];
  /** There is none, and why. */
  noneBecause?: string;
}

/** `POST /api/company/matters/:id/proofs` (idempotent, 201): files, or why there are none; answers MatterView. */
export interface SendProof {
  demandId: string;
  document: ProofDocument;
  /** Uploaded with purpose evidence or document. */
  fileIds: string[];
  noneBecause?: string;
}

/** `GET /api/cases/:id/proofs` (staff of the office): what came to each demand of the case. */
export interface DemandStanding {
  demandId: string;
  addresseeName: string;
  /** Nobody of a company that is not on record can see or answer the demand here. */
  isOnRecord: boolean;
  dueOn: PlainDate;
  documents: (DemandedDocument & { isMissing: boolean })[];
}
