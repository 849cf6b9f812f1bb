import type { ActOnUser, UserActed } from '../../core/contract/accounts.ts';
import { hashPassword, randomPassword } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { endSockets } from '../../platform/realtime/index.ts';
import { unlockLogin } from './login-lock.ts';
import { moveUser } from './move-user.ts';
import { passwordSet } from './password-age.ts';
import { endSessionsOf } from './session.model.ts';
import { tellUser } from './tell-user.ts';
import { userView } from './user-view.ts';

/** Gives a new first password, shown once to the administrator; the person is told and signed out everywhere. */
export async function resetUserPassword(id: string, { reason }: ActOnUser, ctx: Ctx): Promise<UserActed> {
  const firstPassword = randomPassword();
  const passwordHash = await hashPassword(firstPassword);
  const changed = await moveUser(id, 'resetPassword', ctx, () => ({
    set: { passwordHash, ...passwordSet(ctx.now, { mustChange: true }) },
    event: 'user.passwordReset',
    facts: { reason },
    andAlso: async (after) => {
      await endSessionsOf(id, 'passwordChanged', ctx.now);
      const key = `passwordReset:${id}:${after.version}`;
      await tellUser(after, { template: 'passwordReset', data: { name: after.name }, key }, ctx);
    },
  }));
  endSockets(id);
  await unlockLogin(changed);
  return { ...userView(changed, ctx), firstPassword };
}
