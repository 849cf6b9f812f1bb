import type { ChangePassword } from '../../core/contract/accounts.ts';
import { AppError } from '../../platform/app-error.ts';
import { hashPassword, isPassword } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { endSockets } from '../../platform/realtime/index.ts';
import { assertSamePassword, changeOwnAccount, getOwnRecord } from './change-own-account.ts';
import { clearSignIns, countSignIn } from './login-lock.ts';
import { passwordSet } from './password-age.ts';
import { checkNewPassword } from './password-policy.ts';
import { endSessionsOf } from './session.model.ts';

/** Needs the present password (tries are counted like sign-ins); every other session of the person ends. */
export async function changePassword(
  { currentPassword, newPassword }: ChangePassword,
  ctx: Ctx,
): Promise<void> {
  const user = await getOwnRecord(ctx);
  if (user.login === undefined) throw new AppError('conflict', { why: 'phoneAccount' });
  await countSignIn(user.login, ctx);
  if (!(await isPassword(user.passwordHash ?? null, currentPassword))) throw new AppError('wrongCredentials');
  await clearSignIns(user.login, ctx);
  checkNewPassword(newPassword, { login: user.login, current: currentPassword, path: 'newPassword' });
  const passwordHash = await hashPassword(newPassword);
  const userId = String(user._id);
  const current = ctx.actor.kind === 'user' ? ctx.actor.sessionId : undefined;
  await changeOwnAccount(ctx, (now) => {
    assertSamePassword(now, user);
    return {
      set: { passwordHash, ...passwordSet(ctx.now, { mustChange: false }) },
      unset: { firstPasswordUntil: 1 },
      event: 'user.passwordChanged',
      andAlso: async () => {
        await endSessionsOf(userId, 'passwordChanged', ctx.now, current);
      },
    };
  });
  endSockets(userId, current);
}
