import type { ActOnUser, UserView } from '../../core/contract/accounts.ts';
import type { Ctx } from '../../platform/context.ts';
import { endSockets } from '../../platform/realtime/index.ts';
import { closeInvitations } from './invitation.model.ts';
import { keepAnAdmin } from './keep-admin.ts';
import { moveUser } from './move-user.ts';
import { endSessionsOf } from './session.model.ts';
import { tellUser } from './tell-user.ts';
import { isOffice } from './user-reach.ts';
import { userView } from './user-view.ts';

/** Closes an account: its sessions, sockets and invitations end at once; not one's own, nor an area's last administrator. */
export async function disableUser(id: string, { reason }: ActOnUser, ctx: Ctx): Promise<UserView> {
  const changed = await moveUser(id, 'disable', ctx, async (user) => {
    await keepAnAdmin(user, []);
    return {
      set: { state: 'disabled', ...(isOffice(ctx) ? {} : { closedByCompany: true }) },
      event: 'user.disabled',
      facts: { reason },
      andAlso: async (after) => {
        await endSessionsOf(id, 'disabled', ctx.now);
        await closeInvitations(id, ctx.now);
        await tellUser(
          after,
          { template: 'accountDisabled', data: {}, key: `accountDisabled:${id}:${after.version}` },
          ctx,
        );
      },
    };
  });
  endSockets(id);
  return userView(changed, ctx);
}
