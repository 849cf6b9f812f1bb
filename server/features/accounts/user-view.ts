import type { UserAction, UserView } from '../../core/contract/accounts.ts';
import { openActions } from '../../core/kit/flow.ts';
import type { Ctx } from '../../platform/context.ts';
import { USER_FLOW } from './user.flow.ts';
import type { UserRecord } from './user.model.ts';
import { phoneMasked } from './user.model.ts';
import { grantsInSight, handlingRoles, isOffice, mayHandle } from './user-reach.ts';

/** Nobody takes his own account away or lifts his own protection; his own page does what he may. */
const NOT_TO_ONESELF: readonly UserAction[] = ['disable', 'resetPassword', 'resetTotp'];

/** Is the action open to this reader now, by state, role, reach and what the account has? */
export function userActions(user: UserRecord, ctx: Ctx): UserAction[] {
  if (!mayHandle(ctx, user.grants)) return [];
  const isSelf = ctx.actor.kind === 'user' && ctx.actor.userId === String(user._id);
  return openActions(USER_FLOW, user.state, handlingRoles(ctx), ctx.today).filter((action) => {
    if (isSelf && NOT_TO_ONESELF.includes(action)) return false;
    if (action === 'enable') return user.closedByCompany === true || isOffice(ctx);
    if (action === 'resetPassword') return user.login !== undefined;
    if (action === 'resetTotp') return user.totpSecret !== undefined;
    return true;
  });
}

export function userView(user: UserRecord, ctx: Ctx): UserView {
  return {
    id: String(user._id),
    version: user.version,
    name: user.name,
    ...(user.login === undefined ? {} : { login: user.login }),
    ...phoneMasked(user),
    ...(user.email === undefined ? {} : { email: user.email }),
    state: user.state,
    grants: grantsInSight(ctx, user.grants),
    totpEnabled: user.totpSecret !== undefined,
    ...(user.lastSignInAt === undefined ? {} : { lastSignInAt: user.lastSignInAt.toISOString() }),
    createdAt: user.createdAt.toISOString(),
    actions: userActions(user, ctx),
  };
}
