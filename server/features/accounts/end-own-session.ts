import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { endSessionSockets } from '../../platform/realtime/index.ts';
import type { SessionEnd } from './session.model.ts';
import { endSession } from './session.model.ts';

/** Ends one of one's own sessions: this one when signing out, another when a device was left or lost. */
export async function endOwnSession(sessionId: string, by: SessionEnd, ctx: Ctx): Promise<void> {
  const userId = actorUserId(ctx);
  await inTransaction(async () => {
    if (!(await endSession(sessionId, userId, by, ctx.now))) throw new AppError('notFound');
    const areaCode = ctx.actor.kind === 'user' ? (ctx.actor.grants[0]?.areaCode ?? '') : '';
    await appendEvent(
      { subject: `user:${userId}`, areaCode, action: 'session.ended', facts: { session: sessionId, by } },
      ctx,
    );
  });
  endSessionSockets(sessionId);
}
