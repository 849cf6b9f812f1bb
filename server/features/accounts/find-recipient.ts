import type { Locale } from '../../core/contract/accounts.ts';
import { findActiveAdminIds, findUser, phoneOf } from './user.model.ts';

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

/** Whom the system tells about its own troubles. */
export const findAdmins = (): Promise<string[]> => findActiveAdminIds();
