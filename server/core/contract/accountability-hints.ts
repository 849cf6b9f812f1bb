import type { Words } from '../alerts/rule.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { PageQuery } from './page.ts';

/** Duties whose day has passed, each read off its record. */
export const HINT_KINDS = [
  'taskOverdue',
  'taskAnsweredLate',
  'orderOverdue',
  'caseOverdue',
  'complaintOverdue',
  'accountNotOpened',
  'accountNotFiled',
  'bondNotStored',
  'boardPhotoMissing',
  'incidentLate',
] as const;
export type HintKind = (typeof HINT_KINDS)[number];

/** One duty whose day has passed: facts and days, and no verdict on anybody. */
export interface HintRow {
  kind: HintKind;
  recordId: string;
  /** What the record is called: a number or a title. */
  record: string;
  /** Whose it was: a member department, or the name of a unit, an officer or a project. */
  departmentCode?: string;
  who?: string;
  areaCode: string;
  duty: Words;
  /** The last day in time. */
  dueOn: PlainDate;
  /** Absent while it is still not done. */
  doneOn?: PlainDate;
  daysLate: number;
}

/** Last days from `from` to `to`; of what was done late, the days on which it was done. */
export interface AskHints {
  areaCode?: string;
  /** Of one department: only tasks and orders are a department's. */
  departmentCode?: string;
  from?: PlainDate;
  to?: PlainDate;
}
/** `GET /api/accountability-hints` (leader, head; page), what is late longest first; `/export` all kinds or one. */
export interface ListHints extends AskHints, Omit<PageQuery, 'sort'> {
  kind: HintKind;
}
/** `GET /api/accountability-hints/counts`. */
export interface HintCounts {
  items: { kind: HintKind; count: number }[];
}
