import type { TotpSetup } from '../../core/contract/accounts.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { changeOwnAccount, getOwnRecord } from './change-own-account.ts';
import { newTotp } from './second-factor.ts';
import { userSecrets } from './user.model.ts';

/** Offers a new secret; it counts for nothing until a code of it is confirmed. */
export async function startTotp(ctx: Ctx): Promise<TotpSetup> {
  const { login } = await getOwnRecord(ctx);
  if (login === undefined) throw new AppError('conflict', { why: 'phoneAccount' });
  const setup = await newTotp(login);
  await changeOwnAccount(ctx, (user) => {
    if (user.totpSecret !== undefined) throw new AppError('conflict', { why: 'totpEnabled' });
    return {
      set: userSecrets.sealFields(user._id, { totpPending: setup.secret }),
      event: 'user.totpStarted',
    };
  });
  return setup;
}
