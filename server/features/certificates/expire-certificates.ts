import type { Ctx } from '../../platform/context.ts';
import { asCertificates, Certificates } from './certificate.model.ts';
import { moveCertificate } from './move-certificate.ts';

const AT_ONCE = 200;

/** Closes the certificates whose last day has passed; who checked one was told so from the day on. */
export async function expireCertificates(ctx: Ctx, signal: AbortSignal): Promise<number> {
  const over = { state: 'issued', validUntil: { $lt: ctx.today } };
  const found = asCertificates(await Certificates.find(over, { version: 1 }).limit(AT_ONCE).lean());
  let ended = 0;
  for (const { _id, version } of found) {
    if (signal.aborted) break;
    await moveCertificate({ id: String(_id), action: 'expire', version, given: {} }, ctx);
    ended += 1;
  }
  return ended;
}
