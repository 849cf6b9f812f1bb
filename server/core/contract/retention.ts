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
  state: 'waiting' | 'approved' | 'declined' | 'done';
  lots: RetentionLot[];
  decidedBy?: string;
  decidedAt?: string;
  reason?: string;
  deletedOn?: PlainDate;
  actions: ('approve' | 'decline')[];
}
export interface RetentionLot {
  kind: 'payrollSheet' | 'attendance' | 'punchBatch' | 'file';
  period: string;
  rule: string;
  label: { zh: string; en: string };
  records: number;
  /** The newest of them was of this day. */
  until: PlainDate;
  deleted?: number;
}
