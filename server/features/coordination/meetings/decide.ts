import type { DecideAtMeeting, JointMeetingView } from '../../../core/contract/joint-meetings.ts';
import { MOST_DECISIONS } from '../../../core/contract/joint-meetings.ts';
import { AppError } from '../../../platform/app-error.ts';
import { appendEvent } from '../../../platform/audit/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db.ts';
import { getLife } from '../../../platform/lives/index.ts';
import { wrongField } from '../../../platform/wrong-field.ts';
import { meetingsLimit } from '../coordination-reach.ts';
import { requireReceiver } from '../tasks/index.ts';
import { tellScreens } from '../tell.ts';
import { MEETINGS, meetingRoles } from './meeting-kind.ts';
import { addDecision } from './meeting.model.ts';
import { mayDecide, meetingView } from './meeting-view.ts';

/** Writes down a decision of a meeting that was held: what, which department, by when. */
export async function decideAtMeeting(
  { id, version, ...decided }: DecideAtMeeting & { id: string; version: number },
  ctx: Ctx,
): Promise<JointMeetingView> {
  const meeting = await getLife(MEETINGS, id, meetingsLimit(ctx));
  const { areaCode, state, decisions } = meeting;
  if (meetingRoles(meeting, ctx).length === 0) throw new AppError('forbidden');
  if (meeting.version !== version) throw new AppError('staleVersion');
  if (!mayDecide(meeting, ctx)) throw new AppError('conflict', { state });
  if (decided.dueOn <= ctx.today) throw wrongField('dueOn', '须晚于今天', 'After today');
  const { departmentCode, matter, dueOn } = decided;
  await requireReceiver({ areaCode, departmentCode }, ctx);
  const number = decisions.length + 1;
  if (number > MOST_DECISIONS)
    throw wrongField('text', `一次会议最多 ${MOST_DECISIONS} 项`, `${MOST_DECISIONS} decisions at most`);
  const changed = await inTransaction(async () => {
    const saved = await addDecision(meeting, { number, ...decided });
    if (saved === null) throw new AppError('staleVersion');
    const facts = { number, departmentCode, matter, dueOn };
    await appendEvent({ subject: `jointMeeting:${id}`, areaCode, action: 'jointMeeting.decide', facts }, ctx);
    tellScreens(areaCode, id);
    return saved;
  });
  return meetingView(changed, ctx);
}
