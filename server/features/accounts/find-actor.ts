import type { SignedInUser } from '../../platform/auth/index.ts';
import { STAFF_ROLES } from '../../core/contract/roles.ts';
import { accountsSettings } from './accounts.settings.ts';
import { isPasswordOld } from './password-age.ts';
import { findLiveSession } from './session.model.ts';
import type { UserRecord } from './user.model.ts';
import { findKnownUser } from './user.model.ts';

/**
 * The person behind a session as every request asks for him: what this process changes acts at once, what another one
 * does within a second. Null when the session ended or the account is not active.
 */
export async function findActor(userId: string, sessionId: string): Promise<SignedInUser | null> {
  const now = accountsSettings().clock.now();
  const [user, session] = await Promise.all([findKnownUser(userId), findLiveSession(sessionId, userId, now)]);
  if (user === null || session === null || user.state !== 'active') return null;
  return signedIn(user, sessionId, session.startedAt);
}

/** A password that grows too old while somebody works is asked for at the next sign-in. */
export function signedIn(user: UserRecord, sessionId: string, startedAt: Date): SignedInUser {
  return {
    userId: String(user._id),
    name: user.name,
    grants: user.grants,
    sessionId,
    mustChangePassword: user.mustChangePassword || isPasswordOld(user, startedAt),
    mustSetUpTotp: needsTotp(user),
  };
}

/** In production staff of the bureau and its partners sign in with a second factor. */
export function needsTotp(user: Pick<UserRecord, 'grants' | 'totpSecret'>): boolean {
  if (accountsSettings().env !== 'production' || user.totpSecret !== undefined) return false;
  return user.grants.some((grant) => STAFF_ROLES.includes(grant.role));
}
