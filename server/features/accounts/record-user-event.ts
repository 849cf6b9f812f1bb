import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { areaOf } from './tell-user.ts';
import type { UserRecord } from './user.model.ts';

/** Adds to the chain of this account; facts name fields, rights and reasons, never personal data. */
export async function recordUserEvent(
  user: Pick<UserRecord, '_id' | 'grants'>,
  action: string,
  facts: Record<string, unknown>,
  ctx: Ctx,
): Promise<void> {
  await appendEvent({ subject: `user:${String(user._id)}`, areaCode: areaOf(user), action, facts }, ctx);
}
