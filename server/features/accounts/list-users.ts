import type { UserState, UserView } from '../../core/contract/accounts.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { Role } from '../../core/contract/roles.ts';
import { areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { literalPattern } from '../../platform/literal-pattern.ts';
import type { UserRecord } from './user.model.ts';
import { Users } from './user.model.ts';
import { userView } from './user-view.ts';
import { visibleTo } from './user-reach.ts';

export interface ListUsers extends PageQuery {
  /** Part of a name or login. */
  q?: string;
  role?: Role;
  areaCode?: string;
  state?: UserState;
}

/** What the list can be ordered by, and the stored field for it. */
export const USER_SORTS = {
  name: 'name',
  login: 'loginKey',
  state: 'state',
  createdAt: 'createdAt',
  lastSignInAt: 'lastSignInAt',
} as const;

/** The accounts this reader may see, filtered and sorted, a page at a time; `total` counts all that match. */
export async function listUsers(query: ListUsers, ctx: Ctx): Promise<Page<UserView>> {
  const limits = { $and: [visibleTo(ctx), filterOf(query)] };
  const page = await keysetPage<UserRecord>(Users, {
    sorts: USER_SORTS,
    fallback: '-createdAt',
    limits,
    query,
  });
  return { ...page, items: page.items.map((user) => userView(user, ctx)) };
}

function filterOf({ q, role, areaCode, state }: ListUsers): Record<string, unknown> {
  const right = {
    ...(role === undefined ? {} : { role }),
    ...(areaCode === undefined ? {} : { areaCode: areaRange(areaCode) }),
  };
  return {
    ...(state === undefined ? {} : { state }),
    ...(Object.keys(right).length === 0 ? {} : { grants: { $elemMatch: right } }),
    ...(q === undefined
      ? {}
      : {
          $or: [
            { name: { $regex: literalPattern(q) } },
            { loginKey: { $regex: literalPattern(q.toLowerCase()) } },
          ],
        }),
  };
}
