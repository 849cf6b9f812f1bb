import { AppError } from '../../platform/app-error.ts';
import type { CountRule } from '../../platform/auth/index.ts';
import { countTry, countWait, forgetTries, uncountTry } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { addressKey } from '../../platform/http/limits.ts';
import { loginKeyOf } from './user.model.ts';

/** Ten wrong tries lock a login for the rest of a quarter of an hour, whether or not it exists. */
const PER_LOGIN: CountRule = { points: 10, seconds: 900 };
/** An office behind one address may mistype a good deal more. */
const PER_ADDRESS: CountRule = { points: 60, seconds: 900 };

const loginCount = (login: string): string => `signIn:login:${loginKeyOf(login)}`;
const addressCount = (ip: string): string => `signIn:ip:${addressKey(ip)}`;

/**
 * Counts the try before any password is hashed; parallel tries cannot slip past. A locked login costs one read, and
 * tries on ever new logins from one address leave no more records behind than that address has tries.
 */
export async function countSignIn(login: string, ctx: Pick<Ctx, 'ip' | 'now'>): Promise<void> {
  const wait =
    (await countWait(loginCount(login), PER_LOGIN, ctx.now)) ||
    (await countTry(addressCount(ctx.ip), PER_ADDRESS, ctx.now)) ||
    (await countTry(loginCount(login), PER_LOGIN, ctx.now));
  if (wait > 0) throw new AppError('accountLocked', { retryAfter: wait });
}

/** The password was right and only the second factor is still to come: neither a wrong try nor a clean slate. */
export async function uncountSignIn(login: string, ctx: Pick<Ctx, 'ip'>): Promise<void> {
  await uncountTry(loginCount(login));
  await uncountTry(addressCount(ctx.ip));
}

/** The owner has shown who he is: his login starts afresh. */
export async function clearSignIns(login: string, ctx: Pick<Ctx, 'ip'>): Promise<void> {
  await forgetTries(loginCount(login));
  await uncountTry(addressCount(ctx.ip));
}

/** An administrator's reset or re-opening lifts the lock too. */
export async function unlockLogin(user: { login?: string }): Promise<void> {
  if (user.login !== undefined) await forgetTries(loginCount(user.login));
}
