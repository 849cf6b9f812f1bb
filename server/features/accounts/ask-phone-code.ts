import { randomInt } from 'node:crypto';
import type { AskPhoneCode, PhoneCodeAsked } from '../../core/contract/accounts.ts';
import { AppError } from '../../platform/app-error.ts';
import type { CountRule } from '../../platform/auth/index.ts';
import { countTry } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { addressKey } from '../../platform/http/limits.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { accountsSettings } from './accounts.settings.ts';
import { CODE_SECONDS, insertChallenge } from './phone-challenge.model.ts';

const RESEND_SECONDS = 60;
/** Phones of one carrier share few addresses, so an address may ask far more often than a phone. */
const LIMITS: readonly { key: (phone: string, ip: string) => string; rule: CountRule }[] = [
  { key: (_phone, ip) => `phoneCode:ip:${addressKey(ip)}`, rule: { points: 60, seconds: 3600 } },
  { key: (phone) => `phoneCode:resend:${phone}`, rule: { points: 1, seconds: RESEND_SECONDS } },
  { key: (phone) => `phoneCode:day:${phone}`, rule: { points: 10, seconds: 86_400 } },
];

/** Sends a six-digit code to the phone. Known and unknown phones are treated alike, down to the limits. */
export async function askPhoneCode({ phone }: AskPhoneCode, ctx: Ctx): Promise<PhoneCodeAsked> {
  if (accountsSettings().textsOff) throw new AppError('textsOff');
  for (const { key, rule } of LIMITS) {
    const wait = await countTry(key(phone, ctx.ip), rule, ctx.now);
    if (wait > 0) throw new AppError('tooManyRequests', { retryAfter: wait });
  }
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const challengeId = await inTransaction(async () => {
    const id = await insertChallenge(phone, code, ctx.now);
    const data = { code, minutes: CODE_SECONDS / 60 };
    const words = { template: 'phoneCode', channel: 'sms', to: { phone }, data, urgent: true } as const;
    await enqueue({ ...words, areaCode: accountsSettings().regionCode, key: `phoneCode:${id}` }, ctx);
    return id;
  });
  return { challengeId, expiresInSeconds: CODE_SECONDS, resendInSeconds: RESEND_SECONDS };
}
