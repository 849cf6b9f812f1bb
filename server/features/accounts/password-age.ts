import { accountsSettings } from './accounts.settings.ts';
import type { UserRecord } from './user.model.ts';

const DAY_MS = 86_400_000;
/** As long as the link of an invitation. */
const FIRST_PASSWORD_DAYS = 7;

type Fields = Pick<UserRecord, 'passwordAt' | 'mustChangePassword'> & { firstPasswordUntil?: Date };

/** What an account notes of a password that is set now; one that another person knows as well ends by itself. */
export const passwordSet = (now: Date, { mustChange }: { mustChange: boolean }): Fields => ({
  passwordAt: now,
  mustChangePassword: mustChange,
  ...(mustChange ? { firstPasswordUntil: new Date(now.getTime() + FIRST_PASSWORD_DAYS * DAY_MS) } : {}),
});

/** A first password nobody has changed in time opens nothing any more. */
export const isFirstPasswordOver = (
  { mustChangePassword, firstPasswordUntil }: Pick<UserRecord, 'mustChangePassword' | 'firstPasswordUntil'>,
  now: Date,
): boolean => mustChangePassword && firstPasswordUntil !== undefined && now > firstPasswordUntil;

/** Where the office has set how old a password may become (PASSWORD_MAX_DAYS): is this one older? */
export function isPasswordOld(
  { passwordHash, passwordAt, createdAt }: Pick<UserRecord, 'passwordHash' | 'passwordAt' | 'createdAt'>,
  now: Date,
): boolean {
  const { passwordMaxDays } = accountsSettings();
  if (passwordMaxDays === 0 || passwordHash === undefined) return false;
  return now.getTime() - (passwordAt ?? createdAt).getTime() > passwordMaxDays * DAY_MS;
}
