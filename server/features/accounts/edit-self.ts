import type { EditSelf } from '../../core/contract/accounts.ts';
import type { Ctx } from '../../platform/context.ts';
import { changeOwnAccount } from './change-own-account.ts';

/** The language in which screens and messages come. */
export async function editSelf({ locale }: EditSelf, ctx: Ctx): Promise<void> {
  await changeOwnAccount(ctx, () => ({ set: { locale }, event: 'user.localeChanged', facts: { locale } }));
}
