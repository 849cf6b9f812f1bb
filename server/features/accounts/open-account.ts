import type { Grant } from '../../core/contract/roles.ts';
import { AppError } from '../../platform/app-error.ts';
import { hashPassword } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { asTaken } from './move-user.ts';
import { passwordSet } from './password-age.ts';
import { recordUserEvent } from './record-user-event.ts';
import { sendInvitation } from './send-invitation.ts';
import type { UserRecord } from './user.model.ts';
import { insertUser } from './user.model.ts';
import { mayHandle } from './user-reach.ts';

export interface OpenAccount {
  name: string;
  login: string;
  email?: string;
  phone?: string;
  grants: Grant[];
}

/** Without a password the person is invited by mail; with one he can sign in at once. */
export async function openAccount(
  input: OpenAccount,
  password: { text: string; mustChange: boolean } | null,
  ctx: Ctx,
): Promise<UserRecord> {
  if (!mayHandle(ctx, input.grants)) throw new AppError('forbidden');
  const hashed = password === null ? {} : { passwordHash: await hashPassword(password.text) };
  return inTransaction(async () => {
    const user = await insertUser({
      name: input.name,
      login: input.login,
      ...(input.email === undefined ? {} : { email: input.email }),
      ...(input.phone === undefined ? {} : { phone: input.phone }),
      grants: input.grants,
      state: password === null ? 'invited' : 'active',
      locale: 'zh-CN',
      ...hashed,
      ...(password === null ? { mustChangePassword: false } : passwordSet(ctx.now, password)),
      recoveryCodes: [],
      createdAt: ctx.now,
    }).catch(asTaken);
    await recordUserEvent(user, 'user.created', { grants: user.grants, invited: password === null }, ctx);
    if (password === null) await sendInvitation(user, ctx);
    return user;
  });
}
