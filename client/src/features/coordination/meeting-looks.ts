import type { AgendaKind, MeetingState } from '@core/contract/joint-meetings.ts';
import type { HintKind } from '@core/contract/accountability-hints.ts';
import { look } from './coordination-looks.ts';

export const MEETING_LOOKS = {
  planned: look('meetings.state.planned', 'primary', 'calendar'),
  held: look('meetings.state.held', 'warning', 'message'),
  closed: look('meetings.state.closed', 'good', 'check'),
  cancelled: look('meetings.state.cancelled', 'ink', 'stop'),
} as const satisfies Record<MeetingState, ReturnType<typeof look>>;

interface RecordPage {
  path: string;
  /** The door of such pages: without it the record is only named. */
  permission: string;
}
const TASKS: RecordPage = { path: '/department-tasks', permission: 'departmentTasks.list' };
const ORDERS: RecordPage = { path: '/supervision-orders', permission: 'supervisionOrders.list' };
const CASES: RecordPage = { path: '/cases', permission: 'cases.view' };
const ALERTS: RecordPage = { path: '/alerts', permission: 'alerts.list' };
const COMPLAINTS: RecordPage = { path: '/complaints', permission: 'complaints.view' };
const INCIDENTS: RecordPage = { path: '/incidents', permission: 'incidents.list' };

/** Where the records of the agenda are read. */
export const AGENDA_PAGES: Record<AgendaKind, RecordPage> = {
  overdueTask: TASKS,
  listedSupervision: ORDERS,
  redAlert: ALERTS,
  overdueCase: CASES,
};
/** Where the records behind a hint are read. */
export const HINT_PAGES: Record<HintKind, RecordPage> = {
  taskOverdue: TASKS,
  taskAnsweredLate: TASKS,
  orderOverdue: ORDERS,
  caseOverdue: CASES,
  complaintOverdue: COMPLAINTS,
  accountNotOpened: ALERTS,
  accountNotFiled: ALERTS,
  bondNotStored: ALERTS,
  boardPhotoMissing: ALERTS,
  incidentLate: INCIDENTS,
};
