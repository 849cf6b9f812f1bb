import type { ActOnUser, UserView } from '../../core/contract/accounts.ts';
import type { Ctx } from '../../platform/context.ts';
import { endSockets } from '../../platform/realtime/index.ts';
import { moveUser } from './move-user.ts';
import { endSessionsOf } from './session.model.ts';
import { userView } from './user-view.ts';

/** Signs a person out everywhere, at once. */
export async function endUserSessions(id: string, { reason }: ActOnUser, ctx: Ctx): Promise<UserView> {
  const changed = await moveUser(id, 'endSessions', ctx, async () => ({
    event: 'user.sessionsEnded',
    facts: { reason, sessions: await endSessionsOf(id, 'admin', ctx.now) },
  }));
  endSockets(id);
  return userView(changed, ctx);
}
