import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { PageQuery } from './page.ts';

/**
 * What may be deleted because its statutory time is over (T-KEEP-*). A job draws up the list, a person approves it, a job
 * deletes what was approved and writes an event for each lot.
 * `GET /api/retention-lists` (page), `GET …/:id`, `GET …/:id/records` (page of RetentionRecordRow), `POST …/:id/approve` and `/decline` with If-Match (bureauHead).
 */
export interface RetentionListView {
  id: string;
  version: number;
  areaCode: string;
  drawnOn: PlainDate;
  state: RetentionState;
  lots: RetentionLot[];
  decidedBy?: string;
  decidedAt?: string;
  reason?: string;
  deletedOn?: PlainDate;
  actions: RetentionAction[];
}
export const RETENTION_KINDS = ['payrollSheet', 'attendance', 'enrolment', 'punchBatch', 'caseFile'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];
export const RETENTION_STATES = ['waiting', 'approved', 'declined', 'done'] as const;
export type RetentionState = (typeof RETENTION_STATES)[number];
export const RETENTION_ACTIONS = ['approve', 'decline'] as const;
export type RetentionAction = (typeof RETENTION_ACTIONS)[number];

export interface RetentionLot {
  kind: RetentionKind;
  /** The period by law, or the time the area has set, and the rule behind it. */
  period: string;
  rule: string;
  /** In words, where it may be printed as law. */
  citation?: { zh: string; en: string };
  label: { zh: string; en: string };
  records: number;
  /** The newest of them was of this day. */
  until: PlainDate;
  deleted?: number;
  /** Came under a complaint, a case or a claim of wages after the list was drawn, and so remains. */
  kept?: number;
}

/** `GET /api/retention-lists/:id/records`: in the order of the lots. */
export interface ListRetentionRecords extends PageQuery {
  kind?: RetentionKind;
}
export const RETENTION_RECORD_STATES = ['listed', 'deleted', 'kept'] as const;
export type RetentionRecordState = (typeof RETENTION_RECORD_STATES)[number];
/** What is deleted or kept as a whole: a team's month of payrolls, what is kept of a site, a case file. No person is named. */
export interface RetentionRecordRow {
  id: string;
  kind: RetentionKind;
  label: { zh: string; en: string };
  projectName?: string;
  projectCode?: string;
  companyNames: string[];
  teamName?: string;
  payMonth?: PayMonth;
  /** Of a case file. */
  fileNumber?: string;
  /** Lines, days or people it holds. */
  records: number;
  /** The newest of them was of this day. */
  until: PlainDate;
  state: RetentionRecordState;
  deleted: number;
}
