import type { AcceptInvitation } from '../../core/contract/accounts.ts';
import { AppError } from '../../platform/app-error.ts';
import { hashPassword } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { findInvited } from './get-invitation.ts';
import { closeInvitation } from './invitation.model.ts';
import { passwordSet } from './password-age.ts';
import { checkNewPassword } from './password-policy.ts';
import { recordUserEvent } from './record-user-event.ts';
import { changeUserRecord } from './user.model.ts';

/** The invited person sets his password and the account becomes active; the link serves once. */
export async function acceptInvitation(
  token: string,
  { password }: AcceptInvitation,
  ctx: Ctx,
): Promise<void> {
  const { user: invited } = await findInvited(token, ctx);
  checkNewPassword(password, { login: invited.login, path: 'password' });
  const passwordHash = await hashPassword(password);
  await inTransaction(async () => {
    const { invitation, user } = await findInvited(token, ctx);
    if (!(await closeInvitation(invitation._id, ctx.now))) throw new AppError('notFound');
    const set = { state: 'active', passwordHash, ...passwordSet(ctx.now, { mustChange: false }) };
    const changed = await changeUserRecord(String(user._id), user.version, { set });
    if (changed === null) throw new AppError('notFound');
    await recordUserEvent(changed, 'user.invitationAccepted', {}, ctx);
  });
}
