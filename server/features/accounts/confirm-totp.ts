import type { TotpConfirmed } from '../../core/contract/accounts.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { changeOwnAccount, getOwnRecord } from './change-own-account.ts';
import { clearSignIns, countSignIn } from './login-lock.ts';
import { newRecoveryCodes, recoveryHash, totpStep } from './second-factor.ts';
import { userSecrets } from './user.model.ts';

/** Turns the second factor on with a first right code (which then is used up) and hands out the recovery codes, once. */
export async function confirmTotp({ code }: { code: string }, ctx: Ctx): Promise<TotpConfirmed> {
  const user = await getOwnRecord(ctx);
  const id = String(user._id);
  const { totpPending } = userSecrets.openFields(user);
  if (totpPending === undefined || user.login === undefined)
    throw new AppError('conflict', { why: 'totpNotStarted' });
  await countSignIn(user.login, ctx);
  const step = await totpStep(totpPending, code, ctx.now);
  if (step === null) throw new AppError('wrongCode');
  await clearSignIns(user.login, ctx);
  const recoveryCodes = newRecoveryCodes();
  await changeOwnAccount(ctx, (now) => {
    if (userSecrets.openFields(now).totpPending !== totpPending) throw new AppError('staleVersion');
    return {
      set: {
        ...userSecrets.sealFields(now._id, { totpSecret: totpPending }),
        totpLastStep: step,
        recoveryCodes: recoveryCodes.map((one) => recoveryHash(id, one)),
      },
      unset: userSecrets.unsetFields('totpPending'),
      event: 'user.totpEnabled',
    };
  });
  return { recoveryCodes };
}
