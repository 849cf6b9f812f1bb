import type {
  JointMeetingRow,
  JointMeetingView,
  MeetingDecisionView,
} from '../../../core/contract/joint-meetings.ts';
import { DEPARTMENT_TASK } from '../../../core/coordination/department-task.ts';
import { JOINT_MEETING } from '../../../core/coordination/joint-meeting.ts';
import type { Ctx } from '../../../platform/context.ts';
import { viewOfLife } from '../../../platform/lives/index.ts';
import { filesOfSteps } from '../../files/index.ts';
import { isLiaisonOf, officeRolesIn } from '../coordination-reach.ts';
import { standingOf } from '../life-rows.ts';
import type { TaskRecord } from '../tasks/index.ts';
import { findTasksOfDecisions } from '../tasks/index.ts';
import { MEETINGS, meetingRoles } from './meeting-kind.ts';
import type { MeetingRecord } from './meeting.model.ts';

const fieldsOf = ({ areaCode, title, plannedOn, openedOn, departmentCodes }: MeetingRecord) => ({
  ...{ areaCode, title, plannedOn: plannedOn ?? openedOn, departmentCodes },
});

export const meetingRow = (record: MeetingRecord): JointMeetingRow => ({
  ...standingOf(JOINT_MEETING, record),
  ...fieldsOf(record),
  ...{ items: record.agenda.length, decided: record.decisions.length },
});

/** Names the decision that a task carries out: each becomes one task and no second. */
export const decisionKey = (id: string, number: number): string => `${id}:${number}`;

/** Once it was held and until it is closed, what was decided is written down. */
export const mayDecide = (record: MeetingRecord, ctx: Ctx): boolean =>
  record.state === 'held' && meetingRoles(record, ctx).length > 0;

/** What was decided is sent by whoever holds the meetings, when the minutes are closed as well. */
export const maySend = (record: MeetingRecord, ctx: Ctx): boolean =>
  (record.state === 'held' || record.state === 'closed') && meetingRoles(record, ctx).length > 0;

/** One meeting as this reader may see it. */
export async function meetingView(record: MeetingRecord, ctx: Ctx): Promise<JointMeetingView> {
  return {
    ...(await viewOfLife(MEETINGS, record, ctx)),
    ...fieldsOf(record),
    agenda: record.agenda,
    decisions: await decisionsOf(record, ctx),
    ...{ canDecide: mayDecide(record, ctx), canSend: maySend(record, ctx) },
    files: await filesOfSteps(record.history),
  };
}

/** Each decision with what became of it: read off the task itself, so that nothing is kept twice. */
async function decisionsOf({ _id, decisions }: MeetingRecord, ctx: Ctx): Promise<MeetingDecisionView[]> {
  if (decisions.length === 0) return [];
  const keyOf = (number: number): string => decisionKey(String(_id), number);
  const tasks = await findTasksOfDecisions(decisions.map(({ number }) => keyOf(number)));
  return decisions.map((decided) => {
    const task = tasks.find(({ decision }) => decision === keyOf(decided.number));
    return task === undefined ? decided : { ...decided, task: taskOf(task, ctx) };
  });
}

function taskOf(task: TaskRecord, ctx: Ctx): NonNullable<MeetingDecisionView['task']> {
  const reads = officeRolesIn(task.areaCode, ctx).length > 0 || isLiaisonOf(task, ctx);
  return {
    ...(reads ? { id: String(task._id) } : {}),
    ...{ state: task.state, name: DEPARTMENT_TASK.states[task.state] ?? DEPARTMENT_TASK.name },
  };
}
