import type { Words } from '../alerts/rule.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { FieldValue } from '../lives/field.ts';
import type { NextDue } from './deadlines.ts';
import type { FileView } from './files.ts';
import type { LifeActionView, LifeView } from './lives.ts';
import type { PageQuery } from './page.ts';

/** What a task, an order or a talk is about; an area as a whole has no id. */
export const ABOUT_KINDS = ['complaint', 'case', 'project', 'company', 'alert'] as const;
export type AboutKind = (typeof ABOUT_KINDS)[number];
/** The record as it was called when it was referred to: a number or a name, never a person's. */
export interface AboutRef {
  kind: AboutKind;
  id: string;
  label: string;
}
export type AskedAbout = Pick<AboutRef, 'kind' | 'id'>;

/** Who sends: as such he alone, or whoever holds the same office after him, goes on with it. */
export const SENDERS = ['leader', 'bureauHead', 'inspector'] as const;
export type Sender = (typeof SENDERS)[number];

export const TASK_KINDS = ['task', 'referral'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
/** The duties of article 7 (core/coordination/duties.ts). */
export const TASK_MATTERS = [
  'unlawfulContracting',
  'industrySupervision',
  'approvalAndFunds',
  'governmentFunds',
  'crimeAndOrder',
  'arrearsCase',
  'other',
] as const;
export type TaskMatter = (typeof TASK_MATTERS)[number];
export const TASK_STATES = ['sent', 'accepted', 'returned', 'answered', 'closed', 'withdrawn'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export type Standing = Pick<
  LifeView,
  'id' | 'version' | 'state' | 'stateName' | 'isOpen' | 'openedOn' | 'closedOn'
>;

interface TaskFields {
  areaCode: string;
  kind: TaskKind;
  departmentCode: string;
  matter: TaskMatter;
  title: string;
  about?: AboutRef;
  sentBy: { role: Sender; name: string };
  /** The day the sender named. */
  dueOn: PlainDate;
  nextDue?: NextDue;
  answeredOn?: PlainDate;
  answeredLate?: boolean;
}
/** `GET /api/department-tasks`: what is due next first. */
export type DepartmentTaskRow = Standing & TaskFields;
/** `GET /api/department-tasks/:id`; moves as of every record with a life (contract/lives.ts). */
export type DepartmentTaskView = LifeView & TaskFields & WithFiles & { duty: Words; citation?: Words };
export interface WithFiles {
  files: FileView[];
}

/** `POST /api/department-tasks` (idempotent, 201): to a department that has a liaison in the area. */
export interface OpenDepartmentTask {
  areaCode: string;
  departmentCode: string;
  kind: TaskKind;
  matter: TaskMatter;
  title: string;
  about?: AskedAbout;
  given: Record<string, FieldValue>;
}

export interface ListDepartmentTasks extends PageQuery {
  areaCode?: string;
  departmentCode?: string;
  kind?: TaskKind;
  state?: TaskState;
  open?: boolean;
  due?: 'overdue' | 'today' | 'within3';
  /** The record it is about. */
  aboutId?: string;
}

/** `GET /api/department-tasks/replies`: how the departments answered what was sent to them in these days. */
export interface DepartmentReplies {
  departmentCode: string;
  sent: number;
  /** Sent and not yet accepted. */
  waiting: number;
  /** Accepted and not answered. */
  inWork: number;
  overdue: number;
  returned: number;
  answered: number;
  answeredLate: number;
  sentBack: number;
  closed: number;
}
export interface AskReplies {
  areaCode?: string;
  from?: PlainDate;
  to?: PlainDate;
}

export const ORDER_STATES = ['supervising', 'liftAsked', 'lifted'] as const;
export type OrderState = (typeof ORDER_STATES)[number];
export interface Milestone {
  name: string;
  dueOn: PlainDate;
  doneOn?: PlainDate;
}
export interface MilestoneView extends Milestone {
  number: number;
  state: 'done' | 'doneLate' | 'missed' | 'ahead';
}
interface OrderFields {
  areaCode: string;
  title: string;
  about?: AboutRef;
  /** The unit that answers for it; with `departmentCode` a member department, whose liaison reports here. */
  responsibleUnit: string;
  departmentCode?: string;
  responsiblePerson: string;
  responsiblePost: string;
  issuedBy: { role: Sender; name: string };
  dueOn: PlainDate;
  nextDue?: NextDue;
  /** Listed (挂牌) since this day: then it stands on the public list until it is lifted. */
  listedOn?: PlainDate;
  milestones: MilestoneView[];
}
/** `GET /api/supervision-orders`. */
export type SupervisionOrderRow = Standing & OrderFields;
export type SupervisionOrderView = LifeView & OrderFields & WithFiles;

/** `POST /api/supervision-orders` (leader, head; idempotent, 201). Only the leader lists. */
export interface OpenSupervisionOrder {
  areaCode: string;
  title: string;
  about?: AskedAbout;
  departmentCode?: string;
  /** Needed where no department is named. */
  responsibleUnit?: string;
  milestones: Pick<Milestone, 'name' | 'dueOn'>[];
  given: Record<string, FieldValue>;
}
export interface ListSupervisionOrders extends PageQuery {
  areaCode?: string;
  departmentCode?: string;
  state?: OrderState;
  open?: boolean;
  listed?: boolean;
  due?: 'overdue' | 'today' | 'within3';
}
/** `GET /api/public/listed-supervision`: exactly this and no more, of orders that are listed and not lifted. */
export interface PublicSupervision {
  title: string;
  areaCode: string;
  responsibleUnit: string;
  responsiblePerson: string;
  responsiblePost: string;
  listedOn: PlainDate;
  dueOn: PlainDate;
  state: Words;
}

/** The open form of each kind, so that a page can draw it before there is a record. */
export const COORDINATION_KINDS = [
  'departmentTask',
  'supervisionOrder',
  'formalTalk',
  'jointMeeting',
] as const;
export type CoordinationKind = (typeof COORDINATION_KINDS)[number];
/** `GET /api/coordination/forms/:kind`. */
export type OpenForm = Pick<LifeActionView, 'name' | 'fields' | 'citation'>;
