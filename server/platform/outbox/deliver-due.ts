import { elapsed } from '../clock.ts';
import { backOff, MAX_ATTEMPTS } from './back-off.ts';
import type { Channel } from './channels/channel.ts';
import { Undeliverable } from './channels/channel.ts';
import type { Publish } from './channels/in-app.ts';
import { inAppChannel } from './channels/in-app.ts';
import { mailChannel } from './channels/mail.ts';
import type { SmsGateway } from './channels/sms.ts';
import { demoSmsGateway, smsChannel } from './channels/sms.ts';
import type { Claim } from './claims.ts';
import { claimDue, giveUp, markSent, postponeQuiet, retryLater } from './claims.ts';
import { prepareMessage } from './prepare-message.ts';
import { scrubError } from './scrub-error.ts';

export interface DeliverDeps {
  now: Date;
  log: { warn(facts: object, text: string): void };
  /** Nothing set: mail goes to the demo inbox in demo mode and fails otherwise. */
  smtpUrl?: string | undefined;
  demo: boolean;
  sms?: SmsGateway;
  /** Tells open pages that a bell item came; a hint only. */
  publish?: Publish;
  /** Draws the lots of the back-off. */
  random?: () => number;
  /** Messages at most in one run. */
  limit?: number;
}

export interface Delivered {
  sent: number;
  retried: number;
  failed: number;
  postponed: number;
}

const LANES = 4;

/**
 * Delivers what is due. At least once: a process killed between sending and noting it leaves a lease that runs out,
 * and the next worker sends again under the same Message-ID. Any number of workers may run this at once.
 */
export async function deliverDue(deps: DeliverDeps): Promise<Delivered> {
  const started = elapsed();
  // A run may last longer than a lease: time goes on from `now`, also for a job run by hand for another day.
  const at = (): Date => new Date(deps.now.getTime() + Math.floor(elapsed() - started));
  const mail = mailChannel(deps);
  const gateway = deps.sms ?? (deps.demo ? demoSmsGateway() : undefined);
  const channels = { mail: mail.deliver, sms: smsChannel(gateway), inApp: inAppChannel(deps.publish) };
  const counts: Delivered = { sent: 0, retried: 0, failed: 0, postponed: 0 };
  let left = deps.limit ?? 1000;

  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const postponed = await postponeQuiet(at()); // awaited first: four lanes add to one figure
      counts.postponed += postponed;
      const row = await claimDue(at());
      if (row === null) return;
      const outcome = await deliverOne(row, channels[row.channel], at, deps);
      if (outcome !== null) counts[outcome] += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    mail.close();
  }
  return counts;
}

/** One claimed row to its end; null when another worker took it over meanwhile. */
async function deliverOne(
  row: Claim,
  deliver: Channel,
  at: () => Date,
  { log, random = Math.random }: DeliverDeps,
): Promise<keyof Delivered | null> {
  try {
    // Whatever killed the process that many times would go on killing it.
    if (row.attempts > MAX_ATTEMPTS) throw new Undeliverable('the worker stopped in every try');
    await deliver(await prepareMessage(row, at()));
  } catch (error) {
    const lastError = scrubError(error);
    const { channel, template, attempts } = row;
    log.warn({ outboxId: String(row._id), channel, template, attempts, lastError }, 'message not delivered');
    if (error instanceof Undeliverable || attempts >= MAX_ATTEMPTS) {
      return (await giveUp(row, at(), lastError)) ? 'failed' : null;
    }
    const next = new Date(at().getTime() + backOff(attempts, random));
    return (await retryLater(row, next, lastError)) ? 'retried' : null;
  }
  return (await markSent(row, at())) ? 'sent' : null;
}
