import type { ActOnUser, UserView } from '../../core/contract/accounts.ts';
import type { Ctx } from '../../platform/context.ts';
import { endSockets } from '../../platform/realtime/index.ts';
import { moveUser } from './move-user.ts';
import { endSessionsOf } from './session.model.ts';
import { userSecrets } from './user.model.ts';
import { userView } from './user-view.ts';

/** Takes a lost authenticator off the account; the person signs in by password and sets up a new one. */
export async function resetUserTotp(id: string, { reason }: ActOnUser, ctx: Ctx): Promise<UserView> {
  const changed = await moveUser(id, 'resetTotp', ctx, () => ({
    set: { recoveryCodes: [] },
    unset: { ...userSecrets.unsetFields('totpSecret', 'totpPending'), totpLastStep: 1 },
    event: 'user.totpReset',
    facts: { reason },
    andAlso: async () => {
      await endSessionsOf(id, 'admin', ctx.now);
    },
  }));
  endSockets(id);
  return userView(changed, ctx);
}
