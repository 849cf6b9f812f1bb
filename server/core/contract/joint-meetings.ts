import type { Words } from '../alerts/rule.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { FieldValue } from '../lives/field.ts';
import type { Standing, TaskMatter, WithFiles } from './coordination.ts';
import type { LifeView } from './lives.ts';
import type { PageQuery } from './page.ts';

export const MEETING_STATES = ['planned', 'held', 'closed', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** Open matters that are proposed for the agenda. */
export const AGENDA_KINDS = ['overdueTask', 'listedSupervision', 'redAlert', 'overdueCase'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];
/** `own`: a line of the office itself, about no record. */
export interface AgendaItem {
  kind: AgendaKind | 'own';
  recordId?: string;
  /** What the record is called: a number or a title, never the name of a person. */
  text: string;
  /** The day that has passed, or since when it has been so. */
  since?: PlainDate;
}
/** `GET /api/joint-meetings/agenda?areaCode=` (leader, head): what is open there and should not stay so. */
export type ProposedItem = AgendaItem & { kind: AgendaKind; recordId: string; since: PlainDate };

/** No meeting decides more than a person reads. */
export const MOST_DECISIONS = 100;
export interface MeetingDecision {
  number: number;
  text: string;
  departmentCode: string;
  matter: TaskMatter;
  dueOn: PlainDate;
}
/** `task`: what became of it once it was sent; its id only for whoever may open it. */
export type MeetingDecisionView = MeetingDecision & { task?: { id?: string; state: string; name: Words } };

interface MeetingFields {
  areaCode: string;
  title: string;
  plannedOn: PlainDate;
  /** Member departments that are invited: their liaisons read the meeting. */
  departmentCodes: string[];
}
/** `GET /api/joint-meetings`: leader and head of the area, liaisons of invited departments. */
export type JointMeetingRow = Standing & MeetingFields & { items: number; decided: number };
export type JointMeetingView = LifeView &
  MeetingFields &
  WithFiles & {
    agenda: AgendaItem[];
    decisions: MeetingDecisionView[];
    /** A decision can be written down now, and one that was can be sent. */
    canDecide: boolean;
    canSend: boolean;
  };

/** `POST /api/joint-meetings` (leader, head; idempotent, 201). `proposed` names those taken over of what is proposed. */
export interface OpenJointMeeting {
  areaCode: string;
  title: string;
  departmentCodes: string[];
  proposed: Pick<ProposedItem, 'kind' | 'recordId'>[];
  own: string[];
  given: Record<string, FieldValue>;
}
/**
 * `POST /api/joint-meetings/:id/decisions` (If-Match, idempotent) writes one down; `…/decisions/:number/task` makes it a
 * task of the department, once however often it is asked for. `GET …/:id/minutes` is the Word file.
 */
export type DecideAtMeeting = Omit<MeetingDecision, 'number'>;
export interface ListJointMeetings extends PageQuery {
  areaCode?: string;
  state?: MeetingState;
}
