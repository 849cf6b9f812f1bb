import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { accountsSettings } from './accounts.settings.ts';
import { closeInvitations } from './invitation.model.ts';
import { keepAnAdmin } from './keep-admin.ts';
import { recordUserEvent } from './record-user-event.ts';
import { endSessionsOf } from './session.model.ts';
import { tellUser } from './tell-user.ts';
import { findUnused } from './unused-users.model.ts';
import type { UserRecord } from './user.model.ts';
import { changeUserRecord } from './user.model.ts';

const DAY_MS = 86_400_000;

/**
 * Closes the accounts nobody has signed in to for as many days as the office has set (UNUSED_ACCOUNT_DAYS; 0: none), each
 * in a transaction of its own. The last administrator of an area keeps his; workers have no account that could be closed.
 */
export async function disableUnusedAccounts(ctx: Ctx): Promise<{ closed: number; kept: number }> {
  const { unusedAccountDays: days } = accountsSettings();
  const counts = { closed: 0, kept: 0 };
  if (days === 0) return counts;
  for (const user of await findUnused(new Date(ctx.now.getTime() - days * DAY_MS)))
    counts[(await disableUnused(user, days, ctx)) ? 'closed' : 'kept'] += 1;
  return counts;
}

async function disableUnused(user: UserRecord, days: number, ctx: Ctx): Promise<boolean> {
  const id = String(user._id);
  try {
    return await inTransaction(async () => {
      await keepAnAdmin(user, []);
      // Whoever signs in at this moment keeps his account: the version is the same, the day is not.
      const changed = await changeUserRecord(
        id,
        user.version,
        { set: { state: 'disabled' } },
        { lastSignInAt: user.lastSignInAt ?? { $exists: false } },
      );
      if (changed === null) return false;
      await recordUserEvent(changed, 'user.disabled', { unusedDays: days }, ctx);
      await endSessionsOf(id, 'disabled', ctx.now);
      await closeInvitations(id, ctx.now);
      const key = `accountUnused:${id}:${changed.version}`;
      await tellUser(changed, { template: 'accountUnused', data: { days: String(days) }, key }, ctx);
      return true;
    });
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return false; // the last administrator
    throw error;
  }
}
