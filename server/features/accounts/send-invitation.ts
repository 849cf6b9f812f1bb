import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { insertInvitation } from './invitation.model.ts';
import { tellUser } from './tell-user.ts';
import type { UserRecord } from './user.model.ts';

/** Mails a fresh link, good once and for seven days; in the caller's transaction. */
export async function sendInvitation(user: UserRecord, ctx: Ctx): Promise<void> {
  if (user.email === undefined || user.login === undefined)
    throw new AppError('conflict', { why: 'noEmail' });
  const { id, token, expiresAt } = await insertInvitation(String(user._id), ctx.now);
  const data = {
    name: user.name,
    login: user.login,
    link: `/invitations/${token}`,
    expires: toShanghaiDay(expiresAt.getTime()),
  };
  // Whoever is invited is waiting for it beside whoever invites, also in the evening.
  await tellUser(user, { template: 'invitation', urgent: true, data, key: `invitation:${id}` }, ctx);
}
