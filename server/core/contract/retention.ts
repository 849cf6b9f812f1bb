import type { PlainDate } from '../kit/plain-date.ts';

/**
 * What may be deleted because its statutory time is over (T-KEEP-*). A job draws up the list, a person approves it, a job
 * deletes what was approved and writes an event for each lot.
 * `GET /api/retention-lists` (page), `GET …/:id`, `POST …/:id/approve` and `/decline` with If-Match (bureauHead).
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
