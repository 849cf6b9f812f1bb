import type { ActOnUser, UserView } from '../../core/contract/accounts.ts';
import type { Ctx } from '../../platform/context.ts';
import { moveUser } from './move-user.ts';
import { unlockLogin } from './login-lock.ts';
import { userView } from './user-view.ts';

/** Opens a disabled account again; its old sessions stay ended. */
export async function enableUser(id: string, { reason }: ActOnUser, ctx: Ctx): Promise<UserView> {
  const changed = await moveUser(id, 'enable', ctx, () => ({
    set: { state: 'active' },
    event: 'user.enabled',
    facts: { reason },
  }));
  await unlockLogin(changed);
  return userView(changed, ctx);
}
