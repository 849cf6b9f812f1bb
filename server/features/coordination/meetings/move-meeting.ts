import type { JointMeetingView } from '../../../core/contract/joint-meetings.ts';
import { dayOf } from '../../../core/lives/facts.ts';
import type { Ctx } from '../../../platform/context.ts';
import { moveLife } from '../../../platform/lives/index.ts';
import { meetingsLimit } from '../coordination-reach.ts';
import { MEETINGS } from './meeting-kind.ts';
import { meetingView } from './meeting-view.ts';
import { tellOfMeeting } from './tell-meeting.ts';

/** One step of a meeting: its minutes, another day, called off, closed. */
export async function moveMeeting(
  asked: { id: string; action: string; version: number; given: unknown },
  ctx: Ctx,
): Promise<JointMeetingView> {
  const moved = await moveLife(MEETINGS, asked, meetingsLimit(ctx), ctx, (record, { after }) => {
    const plannedOn = dayOf(after.facts, 'plannedOn') ?? record.plannedOn;
    return {
      set: plannedOn === undefined ? {} : { plannedOn },
      andAlso: (changed) => tellOfMeeting(changed, asked.action, ctx),
    };
  });
  return meetingView(moved, ctx);
}
