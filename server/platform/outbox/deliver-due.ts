import { setTimeout as pause } from 'node:timers/promises';
import { OUTBOX_CHANNELS } from '../../core/contract/operations.ts';
import type { OutboxChannel } from '../../core/contract/operations.ts';
import { elapsed } from '../clock.ts';
import { backOff, MAX_ATTEMPTS, OUTAGE_MS, outageWait } from './back-off.ts';
import type { Channel } from './channels/channel.ts';
import { ChannelAway, Undeliverable } from './channels/channel.ts';
import type { Publish } from './channels/in-app.ts';
import { inAppChannel } from './channels/in-app.ts';
import { mailChannel } from './channels/mail.ts';
import type { SmsGateway } from './channels/sms.ts';
import { demoSmsGateway, smsChannel } from './channels/sms.ts';
import type { Claim } from './claims.ts';
import {
  claimDue,
  endSwitchedOff,
  giveUp,
  markSent,
  postponeQuiet,
  retryLater,
  whileClaimed,
} from './claims.ts';
import { prepareMessage } from './prepare-message.ts';
import { scrubError } from './scrub-error.ts';

export interface DeliverDeps {
  now: Date;
  log: { warn(facts: object, text: string): void };
  /** Unset: mail goes to the demo inbox in demo mode and fails otherwise. */
  smtpUrl?: string | undefined;
  demo: boolean;
  /** Unset: texts go to the demo inbox in demo mode and are switched off otherwise. */
  sms?: SmsGateway;
  /** Tells open pages that a bell item came; a hint only. */
  publish?: Publish;
  /** Draws the lots of the back-off. */
  random?: () => number;
  /** Messages at most in one run. */
  limit?: number;
  /** Another lease than the usual, for tests. */
  leaseMs?: number;
}

export interface Delivered {
  sent: number;
  retried: number;
  failed: number;
  postponed: number;
  /** Only where no text messages are sent. */
  switchedOff?: number;
}

/** Lanes of their own: a channel that waits for an answer keeps no other waiting. */
const LANES: Readonly<Record<OutboxChannel, number>> = { mail: 4, sms: 4, inApp: 2 };
/** While one channel still waits for an answer, the others look for what has come meanwhile. */
const LOOK_AGAIN_MS = 250;
/** Lanes that have begun together hear from the store one after the other. */
const SETTLE_MS = 15;

/**
 * Delivers what is due. At least once: a process killed between sending and noting it leaves a lease that runs out
 * in seconds, and the next worker sends again under the same Message-ID. Any number of workers may run this at once.
 */
export async function deliverDue(deps: DeliverDeps): Promise<Delivered> {
  const started = elapsed();
  // A run may last longer than a lease: time goes on from `now`, also for a job run by hand for another day.
  const at = (): Date => new Date(deps.now.getTime() + Math.floor(elapsed() - started));
  const mail = mailChannel(deps);
  const gateway = deps.sms ?? (deps.demo ? demoSmsGateway() : undefined);
  const channels = new Map<OutboxChannel, Channel>([
    ['mail', mail.deliver],
    ['inApp', inAppChannel(deps.publish)],
  ]);
  if (gateway !== undefined) channels.set('sms', smsChannel(gateway));
  const counts: Delivered = { sent: 0, retried: 0, failed: 0, postponed: 0 };
  let left = deps.limit ?? 1000;
  let busy = 0;
  const lanes: Promise<void>[] = [];
  const open: Record<OutboxChannel, number> = { mail: 0, sms: 0, inApp: 0 };

  const openLane = (channel: OutboxChannel): void => {
    const deliver = channels.get(channel);
    if (deliver === undefined || open[channel] === LANES[channel]) return;
    open[channel] += 1;
    const running = lane(channel, deliver);
    running.catch(() => undefined); // looked at below, when all have ended
    lanes.push(running);
  };
  const lane = async (channel: OutboxChannel, deliver: Channel): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const postponed = await postponeQuiet(at()); // awaited first: all lanes add to one figure
      counts.postponed += postponed;
      const row = await claimDue(at(), channel, deps.leaseMs);
      if (row === null) {
        left += 1;
        if (busy === 0) await pause(SETTLE_MS);
        if (busy === 0) return;
        await pause(LOOK_AGAIN_MS);
        continue;
      }
      busy += 1;
      openLane(channel);
      const outcome = await deliverOne(row, deliver, at, deps).finally(() => (busy -= 1));
      if (outcome === 'away') {
        counts.retried += 1;
        return; // the next run asks again; until then nobody else's time is spent on it
      }
      if (outcome !== null) counts[outcome] += 1;
    }
  };
  try {
    const ended = gateway === undefined ? await endSwitchedOff(at()) : 0;
    if (ended > 0) counts.switchedOff = ended;
    OUTBOX_CHANNELS.forEach(openLane);
    for (let at = 0; at < lanes.length; at += 1) await Promise.allSettled(lanes.slice(at));
    await Promise.all(lanes);
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
  { log, random = Math.random, leaseMs }: DeliverDeps,
): Promise<'sent' | 'retried' | 'failed' | 'away' | null> {
  try {
    // Whatever killed the process that many times would go on killing it.
    if (row.attempts > MAX_ATTEMPTS) throw new Undeliverable('the worker stopped in every try');
    await whileClaimed(row, at, async () => deliver(await prepareMessage(row, at())), leaseMs);
  } catch (error) {
    const lastError = scrubError(error);
    const { channel, template, attempts } = row;
    log.warn({ outboxId: String(row._id), channel, template, attempts, lastError }, 'message not delivered');
    if (error instanceof ChannelAway && mayWaitForServer(row, at())) {
      const waited = at().getTime() - row.notBefore.getTime();
      const back = new Date(at().getTime() + outageWait(waited, random));
      return (await retryLater(row, back, lastError, 'uncounted')) ? 'away' : null;
    }
    if (error instanceof Undeliverable || attempts >= MAX_ATTEMPTS) {
      return (await giveUp(row, at(), lastError)) ? 'failed' : null;
    }
    const next = new Date(at().getTime() + backOff(attempts, random));
    if (!(await retryLater(row, next, lastError))) return null;
    return error instanceof ChannelAway ? 'away' : 'retried';
  }
  return (await markSent(row, at())) ? 'sent' : null;
}

/** Days later a notice still tells what it has to; a code that was asked for just now is of no use to anybody. */
const mayWaitForServer = ({ urgent, notBefore }: Claim, at: Date): boolean =>
  !urgent && at.getTime() - notBefore.getTime() < OUTAGE_MS;
