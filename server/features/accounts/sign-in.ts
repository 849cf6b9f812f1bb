import { AppError } from '../../platform/app-error.ts';
import type { SignedInUser } from '../../platform/auth/index.ts';
import { isPassword } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { clearSignIns, countSignIn, uncountSignIn } from './login-lock.ts';
import { isFirstPasswordOver } from './password-age.ts';
import { isSecondFactor } from './second-factor.ts';
import { startSession } from './start-session.ts';
import { findUserByLogin } from './user.model.ts';

export interface SignInTry {
  login: string;
  password: string;
  totp: string | undefined;
  device: string;
}

/**
 * Password, then second factor where one is set up. Tries are counted before anything is hashed; an unknown login costs
 * the same time and gets the same answer as a wrong password; that an account is disabled, or its first password too old,
 * is told only to its owner.
 */
export async function signIn({ login, password, totp, device }: SignInTry, ctx: Ctx): Promise<SignedInUser> {
  await countSignIn(login, ctx);
  const user = await findUserByLogin(login);
  const isRight = await isPassword(user?.passwordHash ?? null, password);
  if (user === null || !isRight || user.state === 'invited') throw new AppError('wrongCredentials');
  if (user.state === 'disabled') throw new AppError('accountDisabled');
  if (isFirstPasswordOver(user, ctx.now)) throw new AppError('firstPasswordExpired');
  if (user.totpSecret !== undefined) {
    if (totp === undefined) {
      await uncountSignIn(login, ctx);
      throw new AppError('secondFactorRequired');
    }
    if (!(await isSecondFactor(user, totp, ctx.now))) throw new AppError('wrongCode');
  }
  await clearSignIns(login, ctx);
  return startSession(user, device, ctx);
}
