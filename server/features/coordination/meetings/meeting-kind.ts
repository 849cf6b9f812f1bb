import type { MeetingRole } from '../../../core/coordination/joint-meeting.ts';
import { JOINT_MEETING } from '../../../core/coordination/joint-meeting.ts';
import type { LifeKind } from '../../../platform/lives/index.ts';
import { loadCalendar } from '../../calendar/index.ts';
import { holdStepFiles } from '../coordination-files.ts';
import type { Reader } from '../coordination-reach.ts';
import { officeRolesIn } from '../coordination-reach.ts';
import type { MeetingRecord } from './meeting.model.ts';
import { JointMeetings } from './meeting.model.ts';

/** As whom this reader holds the meetings of the area; nobody else does more than read. */
export const meetingRoles = ({ areaCode }: { areaCode: string }, reader: Reader): MeetingRole[] =>
  officeRolesIn(areaCode, reader).filter((role): role is MeetingRole => role !== 'inspector');

/** Where a joint meeting is stored, and as what its readers act on it. */
export const MEETINGS: LifeKind<MeetingRecord> = {
  table: JOINT_MEETING,
  model: JointMeetings,
  subject: 'jointMeeting',
  ground: async ({ areaCode }, { today }) => ({ today, calendar: await loadCalendar(areaCode), area: {} }),
  roles: meetingRoles,
  hold: holdStepFiles,
};
