import type { EditUser, UserView } from '../../core/contract/accounts.ts';
import type { Grant } from '../../core/contract/roles.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { endSockets } from '../../platform/realtime/index.ts';
import { closeInvitations } from './invitation.model.ts';
import { keepAnAdmin } from './keep-admin.ts';
import { moveUser } from './move-user.ts';
import { endSessionsOf } from './session.model.ts';
import { tellUser } from './tell-user.ts';
import type { UserRecord } from './user.model.ts';
import { userSecrets } from './user.model.ts';
import { userView } from './user-view.ts';
import { mayHandle } from './user-reach.ts';

/**
 * Changes name, mail, phone or rights. Changed rights, and a changed phone of somebody who signs in with it, end the
 * person's sessions at once, and a changed mail address ends an open invitation; nobody changes his own rights, and an area keeps an administrator.
 */
export async function editUser(id: string, version: number, input: EditUser, ctx: Ctx): Promise<UserView> {
  let mustSignInAgain = false;
  const changed = await moveUser(id, 'edit', ctx, async (user) => {
    if (user.version !== version) throw new AppError('staleVersion');
    const newGrants = await checkGrants(user, input.grants, ctx);
    mustSignInAgain = newGrants !== null || (user.phoneSignIn === true && input.phone !== undefined);
    return {
      set: {
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(input.email === undefined ? {} : { email: input.email }),
        ...(newGrants === null ? {} : { grants: newGrants }),
        ...userSecrets.sealFields(user._id, { phone: input.phone }),
      },
      event: newGrants === null ? 'user.edited' : 'user.rightsChanged',
      facts: {
        fields: Object.keys(input).sort(),
        ...(newGrants === null ? {} : { before: user.grants, after: newGrants }),
      },
      andAlso: async (after) => {
        if (mustSignInAgain) await endSessionsOf(id, 'rightsChanged', ctx.now);
        // A link that went to the wrong address must not open the account to whoever reads it there.
        if (user.email !== after.email) await closeInvitations(id, ctx.now);
        if (newGrants === null) return;
        await tellUser(
          after,
          { template: 'rightsChanged', data: {}, key: `rightsChanged:${id}:${after.version}` },
          ctx,
        );
      },
    };
  });
  if (mustSignInAgain) endSockets(id);
  return userView(changed, ctx);
}

/** The new rights, or null when they stay as they are. */
async function checkGrants(user: UserRecord, grants: Grant[] | undefined, ctx: Ctx): Promise<Grant[] | null> {
  if (grants === undefined || sameGrants(grants, user.grants)) return null;
  if (user.phoneSignIn === true) throw new AppError('conflict', { why: 'workerAccount' });
  if (ctx.actor.kind === 'user' && ctx.actor.userId === String(user._id))
    throw new AppError('conflict', { why: 'ownRights' });
  if (!mayHandle(ctx, grants)) throw new AppError('forbidden');
  await keepAnAdmin(user, grants);
  return grants;
}

const grantKey = (grant: Grant): string =>
  [
    grant.role,
    grant.areaCode,
    grant.companyId,
    grant.position,
    grant.departmentCode,
    grant.bankBranchCode,
  ].join('|');

function sameGrants(a: readonly Grant[], b: readonly Grant[]): boolean {
  const [left, right] = [a.map(grantKey).sort(), b.map(grantKey).sort()];
  return left.length === right.length && left.every((key, index) => key === right[index]);
}
