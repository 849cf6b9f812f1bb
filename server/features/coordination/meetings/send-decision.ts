import type { JointMeetingView } from '../../../core/contract/joint-meetings.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { duplicateKeyFields } from '../../../platform/db.ts';
import { getLife } from '../../../platform/lives/index.ts';
import { meetingsLimit } from '../coordination-reach.ts';
import { findTasksOfDecisions, sendTask } from '../tasks/index.ts';
import { MEETINGS, meetingRoles } from './meeting-kind.ts';
import { decisionKey, maySend, meetingView } from './meeting-view.ts';

/**
 * Sends a decision to its department as a task. The task names the decision, and two tasks cannot name the same one: asked
 * for twice, or by two people at once, it is sent once.
 */
export async function sendDecision(
  { id, number }: { id: string; number: number },
  ctx: Ctx,
): Promise<JointMeetingView> {
  const meeting = await getLife(MEETINGS, id, meetingsLimit(ctx));
  const { areaCode, title, state, decisions } = meeting;
  if (meetingRoles(meeting, ctx).length === 0) throw new AppError('forbidden');
  const decided = decisions.find((one) => one.number === number);
  if (decided === undefined) throw new AppError('notFound');
  if (!maySend(meeting, ctx)) throw new AppError('conflict', { state });
  const key = decisionKey(id, number);
  const { text, departmentCode, matter, dueOn } = decided;
  if ((await findTasksOfDecisions([key])).length === 0)
    try {
      await sendTask(
        {
          ...{ areaCode, departmentCode, matter, kind: 'task', title: text },
          given: { content: `${title}议定：${text}`, dueOn },
        },
        ctx,
        key,
      );
    } catch (error) {
      if (duplicateKeyFields(error) === null) throw error;
    }
  return meetingView(meeting, ctx);
}
