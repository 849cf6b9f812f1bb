import type { ActOnUser, UserView } from '../../core/contract/accounts.ts';
import type { Ctx } from '../../platform/context.ts';
import { closeInvitations } from './invitation.model.ts';
import { moveUser } from './move-user.ts';
import { sendInvitation } from './send-invitation.ts';
import { userView } from './user-view.ts';

/** Mails a new link; the earlier one stops working. */
export async function reinviteUser(id: string, { reason }: ActOnUser, ctx: Ctx): Promise<UserView> {
  const changed = await moveUser(id, 'reinvite', ctx, () => ({
    event: 'user.reinvited',
    facts: { reason },
    andAlso: async (after) => {
      await closeInvitations(id, ctx.now);
      await sendInvitation(after, ctx);
    },
  }));
  return userView(changed, ctx);
}
