import type { PlainDate } from '../kit/plain-date.ts';
import type { FieldValue } from '../lives/field.ts';
import type { AboutRef, AskedAbout, Sender, Standing, TaskMatter, WithFiles } from './coordination.ts';
import type { LifeView } from './lives.ts';
import type { PageQuery } from './page.ts';

export const TALK_STATES = ['planned', 'held', 'fulfilled', 'unfulfilled', 'cancelled'] as const;
export type TalkState = (typeof TALK_STATES)[number];
interface TalkFields {
  areaCode: string;
  /** Who is called in: a unit, and who comes for it stands in the facts. */
  unitName: string;
  about?: AboutRef;
  calledBy: { role: Sender; name: string };
  plannedOn: PlainDate;
}
export type FormalTalkRow = Standing & TalkFields;
export type FormalTalkView = LifeView & TalkFields & WithFiles;
/** `POST /api/formal-talks` (leader, head; idempotent, 201). */
export interface OpenFormalTalk {
  areaCode: string;
  unitName: string;
  about?: AskedAbout;
  given: Record<string, FieldValue>;
}
export interface ListFormalTalks extends PageQuery {
  areaCode?: string;
  state?: TalkState;
  open?: boolean;
}

export const MEETING_STATES = ['planned', 'held', 'closed', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];
/** What the agenda is proposed from. */
export const AGENDA_KINDS = ['overdueTask', 'listedSupervision', 'redAlert', 'overdueCase'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];
export interface AgendaItem {
  kind: AgendaKind | 'own';
  text: string;
  /** The record behind it, as the address of its page. */
  recordId?: string;
}
/** `GET /api/joint-meetings/agenda?areaCode=`: open items worth a place on the agenda, the oldest first. */
export interface ProposedItem extends AgendaItem {
  kind: AgendaKind;
  recordId: string;
  since: PlainDate;
}
export interface MeetingDecision {
  number: number;
  text: string;
  departmentCode: string;
  matter: TaskMatter;
  dueOn: PlainDate;
  /** The task it became. */
  taskId?: string;
}
interface MeetingFields {
  areaCode: string;
  title: string;
  plannedOn: PlainDate;
  agenda: AgendaItem[];
  decisions: MeetingDecision[];
}
export type JointMeetingRow = Standing & Omit<MeetingFields, 'agenda' | 'decisions'> & { decided: number };
export type JointMeetingView = LifeView &
  MeetingFields &
  WithFiles & { canDecide: boolean; canSendTasks: boolean };
/** `POST /api/joint-meetings` (leader; idempotent, 201). */
export interface OpenJointMeeting {
  areaCode: string;
  title: string;
  agenda: AgendaItem[];
  given: Record<string, FieldValue>;
}
/** `POST /api/joint-meetings/:id/decisions` (If-Match, idempotent); `…/decisions/:number/task` makes it a task, once. */
export type DecideAtMeeting = Omit<MeetingDecision, 'number' | 'taskId'>;
export interface ListJointMeetings extends PageQuery {
  areaCode?: string;
  state?: MeetingState;
}

export const HINT_KINDS = [
  'taskOverdue',
  'taskAnsweredLate',
  'orderOverdue',
  'milestoneMissed',
  'caseOverdue',
  'projectItemOverdue',
] as const;
export type HintKind = (typeof HINT_KINDS)[number];
/** One duty whose day has passed: facts and days, no verdict on anybody. */
export interface AccountabilityHint {
  kind: HintKind;
  recordId: string;
  /** Whose duty it was: a department, a unit, an office, a company. */
  who: string;
  departmentCode?: string;
  what: string;
  areaCode: string;
  dueOn: PlainDate;
  /** Absent while it is still not done. */
  doneOn?: PlainDate;
  daysLate: number;
}
/** `GET /api/accountability-hints` (head, leader). */
export interface AskHints {
  areaCode?: string;
  kind?: HintKind;
}
