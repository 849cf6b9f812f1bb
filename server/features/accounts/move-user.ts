import type { UserAction } from '../../core/contract/accounts.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { duplicateKeyFields, inTransaction } from '../../platform/db.ts';
import { recordUserEvent } from './record-user-event.ts';
import type { UserChange, UserRecord } from './user.model.ts';
import { changeUserRecord, findUserWithin } from './user.model.ts';
import { userActions } from './user-view.ts';
import { mayHandle, visibleTo } from './user-reach.ts';

export interface UserMove extends UserChange {
  /** The event's action, e.g. 'user.disabled', and what it says. */
  event: string;
  facts: Record<string, unknown>;
  /** What else happens in the same transaction: sessions end, messages go out. */
  andAlso?: (changed: UserRecord) => Promise<void>;
}

/** The account, within the reader's limits; throws notFound otherwise. */
export async function getUserRecord(id: string, ctx: Ctx): Promise<UserRecord> {
  const user = await findUserWithin(id, visibleTo(ctx));
  if (user === null) throw new AppError('notFound');
  return user;
}

/**
 * Every administrative change of an account: open to this reader in this state, saved if nobody was faster, its event
 * and its messages in one transaction with it.
 */
export async function moveUser(
  id: string,
  action: UserAction,
  ctx: Ctx,
  decideMove: (user: UserRecord) => Promise<UserMove> | UserMove,
): Promise<UserRecord> {
  return inTransaction(async () => {
    const user = await getUserRecord(id, ctx);
    if (!mayHandle(ctx, user.grants)) throw new AppError('forbidden');
    if (!userActions(user, ctx).includes(action)) throw new AppError('conflict', { state: user.state });
    const move = await decideMove(user);
    const changed = await save(id, user.version, move);
    await recordUserEvent(changed, move.event, move.facts, ctx);
    await move.andAlso?.(changed);
    return changed;
  });
}

async function save(id: string, version: number, change: UserChange): Promise<UserRecord> {
  const kept = { ...(change.set && { set: change.set }), ...(change.unset && { unset: change.unset }) };
  const changed = await changeUserRecord(id, version, kept).catch(asTaken);
  if (changed === null) throw new AppError('staleVersion');
  return changed;
}

/** A login, or a phone that signs in, belongs to one account. */
export function asTaken(error: unknown): never {
  const fields = duplicateKeyFields(error);
  if (fields === null) throw error;
  throw new AppError('alreadyExists', {
    what: fields.includes('phoneIndex') ? '手机号 / phone' : '登录名 / login',
  });
}
