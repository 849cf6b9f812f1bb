import type { Locale } from '../../core/contract/accounts.ts';
import { findActiveAdminIds, findKnownUser, findUser, phoneOf } from './user.model.ts';

/** Where and in which language a person is told something; null when there is no such person. */
export async function findRecipient(
  userId: string,
): Promise<{ email?: string; phone?: string; locale: Locale } | null> {
  const user = await findUser(userId);
  if (user === null) return null;
  const phone = phoneOf(user);
  return {
    ...(user.email === undefined ? {} : { email: user.email }),
    ...(phone === undefined ? {} : { phone }),
    locale: user.locale,
  };
}

/** The phone that a signed-in person has on record; null where there is none. */
export async function findOwnPhone(userId: string): Promise<string | null> {
  const user = await findKnownUser(userId);
  return (user === null ? undefined : phoneOf(user)) ?? null;
}

/** Whom the system tells about its own troubles. */
export const findAdmins = (): Promise<string[]> => findActiveAdminIds();
