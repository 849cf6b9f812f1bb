import { AppError } from '../../platform/app-error.ts';
import { isPassword } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { assertSamePassword, changeOwnAccount, getOwnRecord } from './change-own-account.ts';
import { clearSignIns, countSignIn } from './login-lock.ts';
import { userSecrets } from './user.model.ts';

/** Turns the second factor off, with the password. */
export async function dropTotp({ password }: { password: string }, ctx: Ctx): Promise<void> {
  const user = await getOwnRecord(ctx);
  if (user.login === undefined || user.totpSecret === undefined)
    throw new AppError('conflict', { why: 'totpNotEnabled' });
  await countSignIn(user.login, ctx);
  if (!(await isPassword(user.passwordHash ?? null, password))) throw new AppError('wrongCredentials');
  await clearSignIns(user.login, ctx);
  await changeOwnAccount(ctx, (now) => {
    assertSamePassword(now, user);
    return {
      set: { recoveryCodes: [] },
      unset: { ...userSecrets.unsetFields('totpSecret', 'totpPending'), totpLastStep: 1 },
      event: 'user.totpDropped',
    };
  });
}
