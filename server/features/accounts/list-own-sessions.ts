import type { OwnSession } from '../../core/contract/accounts.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { listLiveSessions } from './session.model.ts';

/** Where am I signed in? The most recently used first. */
export async function listOwnSessions(ctx: Ctx): Promise<{ items: OwnSession[] }> {
  const current = ctx.actor.kind === 'user' ? ctx.actor.sessionId : '';
  const sessions = await listLiveSessions(actorUserId(ctx), ctx.now);
  return {
    items: sessions.map((session) => ({
      id: String(session._id),
      current: String(session._id) === current,
      startedAt: session.startedAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      ip: session.ip,
      device: session.device,
    })),
  };
}
