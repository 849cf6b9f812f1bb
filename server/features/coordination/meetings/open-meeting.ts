import type { JointMeetingView, OpenJointMeeting } from '../../../core/contract/joint-meetings.ts';
import { dayOf } from '../../../core/lives/facts.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { openLife } from '../../../platform/lives/index.ts';
import { wrongField } from '../../../platform/wrong-field.ts';
import { listDepartments } from '../../areas/index.ts';
import { MEETINGS, meetingRoles } from './meeting-kind.ts';
import { meetingView } from './meeting-view.ts';
import { agendaOf } from './propose-agenda.ts';
import { tellOfMeeting } from './tell-meeting.ts';

/** Plans a joint meeting: its day, who is invited, and what of the open matters is on its agenda. */
export async function openMeeting(
  { given, ...input }: OpenJointMeeting,
  ctx: Ctx,
): Promise<JointMeetingView> {
  const { areaCode, title, departmentCodes } = input;
  if (meetingRoles(input, ctx).length === 0) throw new AppError('forbidden');
  const known = new Set((await listDepartments({})).items.map(({ code }) => code));
  const unknown = departmentCodes.findIndex((code) => !known.has(code));
  if (unknown >= 0)
    throw wrongField(`departmentCodes.${unknown}`, '没有这个部门', 'There is no such department');
  const agenda = await agendaOf(input, ctx);
  const fresh = { areaCode, title, departmentCodes, agenda, decisions: [] };
  const made = await openLife(MEETINGS, fresh, given, ctx, (_record, { after }) => ({
    set: { plannedOn: dayOf(after.facts, 'plannedOn') ?? ctx.today },
    facts: { items: agenda.length, departments: departmentCodes.length },
    andAlso: (record) => tellOfMeeting(record, 'open', ctx),
  }));
  return meetingView(made, ctx);
}
