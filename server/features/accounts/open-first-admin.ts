import type { UserCreated } from '../../core/contract/accounts.ts';
import type { Ctx } from '../../platform/context.ts';
import { fieldProblems } from '../../platform/http/field-messages.ts';
import { createUserBody } from './accounts.schemas.ts';
import { createUser } from './create-user.ts';
import { findActiveAdminIds } from './user.model.ts';

/** Why the command did nothing, in both languages. */
export class NoFirstAdmin extends Error {
  override readonly name = 'NoFirstAdmin';
}

/**
 * The first administrator of an installation: who may run commands on the machine opens the account from which all others
 * are opened, and only while there is none. The first password is answered once and must be changed at the first sign-in.
 */
export async function openFirstAdmin(
  { login, name, areaCode }: { login: string; name: string; areaCode: string },
  ctx: Ctx,
): Promise<UserCreated> {
  const asked = { login, name, grants: [{ role: 'admin', areaCode }], invite: false };
  const { value, error } = createUserBody.validate(asked, { abortEarly: false });
  if (error !== undefined) {
    const told = fieldProblems(error, 'body').map(({ path, zh, en }) => `${path}: ${zh} / ${en}`);
    throw new NoFirstAdmin(told.join('\n'));
  }
  if ((await findActiveAdminIds()).length > 0) {
    throw new NoFirstAdmin(
      '已有管理员账号，请由管理员在“账号”页新增 / There is an administrator already: accounts are opened on the accounts page',
    );
  }
  return createUser(value, ctx);
}
