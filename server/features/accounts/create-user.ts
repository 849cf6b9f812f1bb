import type { CreateUser, UserCreated } from '../../core/contract/accounts.ts';
import { randomPassword } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { openAccount } from './open-account.ts';
import { userView } from './user-view.ts';

/**
 * Opens an account within the reader's reach. Invited people get a link by mail; otherwise the first password is in
 * the answer, once, and must be changed at the first sign-in.
 */
export async function createUser({ invite, ...input }: CreateUser, ctx: Ctx): Promise<UserCreated> {
  if (invite) return { user: userView(await openAccount(input, null, ctx), ctx) };
  const firstPassword = randomPassword();
  const user = await openAccount(input, { text: firstPassword, mustChange: true }, ctx);
  return { user: userView(user, ctx), firstPassword };
}
