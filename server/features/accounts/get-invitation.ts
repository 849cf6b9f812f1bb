import type { InvitationView } from '../../core/contract/accounts.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { findOpenInvitation } from './invitation.model.ts';
import type { InvitationRecord } from './invitation.model.ts';
import type { UserRecord } from './user.model.ts';
import { findUser } from './user.model.ts';

/** The invitation behind a link and whom it is for; used, replaced and expired links are simply not there. */
export async function findInvited(
  token: string,
  ctx: Ctx,
): Promise<{ invitation: InvitationRecord; user: UserRecord & { login: string } }> {
  const invitation = await findOpenInvitation(token, ctx.now);
  const user = invitation === null ? null : await findUser(String(invitation.userId));
  if (invitation === null || user?.state !== 'invited' || user.login === undefined)
    throw new AppError('notFound');
  return { invitation, user: { ...user, login: user.login } };
}

export async function getInvitation(token: string, ctx: Ctx): Promise<InvitationView> {
  const { invitation, user } = await findInvited(token, ctx);
  return { name: user.name, login: user.login, expiresAt: invitation.expiresAt.toISOString() };
}
