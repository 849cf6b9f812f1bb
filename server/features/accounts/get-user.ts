import type { UserView } from '../../core/contract/accounts.ts';
import type { Ctx } from '../../platform/context.ts';
import { getUserRecord } from './move-user.ts';
import { userView } from './user-view.ts';

/** One account within the reader's limits, with what he may do with it. */
export async function getUser(id: string, ctx: Ctx): Promise<UserView> {
  return userView(await getUserRecord(id, ctx), ctx);
}
