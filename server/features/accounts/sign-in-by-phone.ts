import type { SignInByPhone } from '../../core/contract/accounts.ts';
import { maskPhone } from '../../core/kit/mask.ts';
import { AppError } from '../../platform/app-error.ts';
import type { SignedInUser } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { accountsSettings } from './accounts.settings.ts';
import { closeChallenge, tryCode } from './phone-challenge.model.ts';
import { recordUserEvent } from './record-user-event.ts';
import { startSession } from './start-session.ts';
import type { UserRecord } from './user.model.ts';
import { findUserByPhone, insertUser } from './user.model.ts';

/** Signs in whoever holds the phone the code was sent to; a phone seen for the first time becomes a worker's account. */
export async function signInByPhone(
  { challengeId, code }: SignInByPhone,
  device: string,
  ctx: Ctx,
): Promise<SignedInUser> {
  const phone = await tryCode(challengeId, code, ctx.now);
  if (phone === null) throw new AppError('wrongCode');
  return inTransaction(async () => {
    if (!(await closeChallenge(challengeId, ctx.now))) throw new AppError('wrongCode');
    const worker = (await findUserByPhone(phone)) ?? (await openWorkerAccount(phone, ctx));
    if (worker.state !== 'active') throw new AppError('accountDisabled');
    return startSession(worker, device, ctx);
  });
}

/** A worker's account needs nothing but a phone; the name comes later from his papers or his employer's roster. */
export async function openWorkerAccount(
  phone: string,
  ctx: Ctx,
  name: string = maskPhone(phone),
): Promise<UserRecord> {
  const worker = await insertUser({
    name,
    phone,
    phoneSignIn: true,
    grants: [{ role: 'worker', areaCode: accountsSettings().regionCode }],
    state: 'active',
    locale: 'zh-CN',
    mustChangePassword: false,
    recoveryCodes: [],
    createdAt: ctx.now,
  });
  await recordUserEvent(worker, 'user.created', { grants: worker.grants, byPhone: true }, ctx);
  return worker;
}
