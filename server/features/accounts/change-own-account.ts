import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { recordUserEvent } from './record-user-event.ts';
import type { UserChange, UserRecord } from './user.model.ts';
import { changeUserRecord, findUser } from './user.model.ts';

/** The account of whoever asks. */
export async function getOwnRecord(ctx: Ctx): Promise<UserRecord> {
  const user = await findUser(actorUserId(ctx));
  if (user === null) throw new AppError('notFound');
  return user;
}

/** Refuses what was shown with a password that has been replaced while it was being checked: a reset ends its rights. */
export function assertSamePassword(now: UserRecord, shown: Pick<UserRecord, 'passwordHash'>): void {
  if (now.passwordHash !== shown.passwordHash) throw new AppError('staleVersion');
}

/** Every change somebody makes to his own account, with its event, in one transaction. */
export async function changeOwnAccount(
  ctx: Ctx,
  decideChange: (
    user: UserRecord,
  ) => UserChange & { event: string; facts?: Record<string, unknown>; andAlso?: () => Promise<void> },
): Promise<UserRecord> {
  return inTransaction(async () => {
    const user = await getOwnRecord(ctx);
    const { event, facts, andAlso, ...change } = decideChange(user);
    const changed = await changeUserRecord(String(user._id), user.version, change);
    if (changed === null) throw new AppError('staleVersion');
    await recordUserEvent(changed, event, facts ?? {}, ctx);
    await andAlso?.();
    return changed;
  });
}
