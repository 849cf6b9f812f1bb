import type { ActOnUser, UserView } from '../../core/contract/accounts.ts';
import type { Ctx } from '../../platform/context.ts';
import { moveUser } from './move-user.ts';
import { unlockLogin } from './login-lock.ts';
import type { UserRecord } from './user.model.ts';
import { userView } from './user-view.ts';

/** Opens a disabled account again; its old sessions stay ended. One whose owner never came is open for an invitation. */
export async function enableUser(id: string, { reason }: ActOnUser, ctx: Ctx): Promise<UserView> {
  const changed = await moveUser(id, 'enable', ctx, (user) => ({
    set: { state: hasOwner(user) ? 'active' : 'invited', enabledAt: ctx.now },
    unset: { closedByCompany: 1 },
    event: 'user.enabled',
    facts: { reason },
  }));
  await unlockLogin(changed);
  return userView(changed, ctx);
}

/** Has anybody ever set a password, or does a phone sign in? */
const hasOwner = ({ passwordHash, phoneSignIn }: UserRecord): boolean =>
  passwordHash !== undefined || phoneSignIn === true;
