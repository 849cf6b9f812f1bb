import type { SignedInUser } from '../../platform/auth/index.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { signedIn } from './find-actor.ts';
import { recordUserEvent } from './record-user-event.ts';
import { insertSession, knownDevices } from './session.model.ts';
import { tellUser } from './tell-user.ts';
import type { UserRecord } from './user.model.ts';
import { findUser, markSignedIn } from './user.model.ts';

/**
 * Starts a session of somebody who has shown who he is, and tells him when the device is a new one. `shown` is the
 * account as it was when he did: a password replaced meanwhile opens nothing any more.
 */
export async function startSession(
  shown: Pick<UserRecord, '_id' | 'passwordHash'>,
  device: string,
  ctx: Ctx,
): Promise<SignedInUser> {
  const userId = String(shown._id);
  return inTransaction(async () => {
    const user = await findUser(userId); // again: it may have been disabled while the password was checked
    if (user === null || user.state !== 'active') throw new AppError('accountDisabled');
    if (user.passwordHash !== shown.passwordHash) throw new AppError('wrongCredentials');
    const known = await knownDevices(userId, device);
    const sessionId = await insertSession({ userId, ip: ctx.ip, device }, ctx.now);
    await markSignedIn(userId, ctx.now);
    const person = signedIn(user, sessionId, ctx.now);
    const asPerson: Ctx = { ...ctx, actor: { kind: 'user', ...person } };
    await recordUserEvent(user, 'session.started', { session: sessionId, device }, asPerson);
    // Who signs in by phone has just been sent a code and needs no second message.
    if (known.any && !known.this && user.phoneSignIn !== true) {
      await tellUser(
        user,
        { template: 'signedInFromNewDevice', data: {}, key: `newDevice:${sessionId}` },
        asPerson,
      );
    }
    return person;
  });
}
