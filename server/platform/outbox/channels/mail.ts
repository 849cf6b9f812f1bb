import { createTransport } from 'nodemailer';
import { outboxSettings } from '../settings.ts';
import type { Channel } from './channel.ts';
import { ChannelAway, Undeliverable } from './channel.ts';
import { putInDemoInbox } from './demo-inbox.ts';

/** Together below the longest a row is held, so that no second worker sends while the first still waits. */
const TIMEOUTS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  socketTimeout: 20_000,
};

export interface MailChannel {
  deliver: Channel;
  close(): void;
}

/** Mail through the SMTP server of the configuration; without one, into the demo inbox in demo mode. */
export function mailChannel({ smtpUrl, demo }: { smtpUrl?: string | undefined; demo: boolean }): MailChannel {
  if (smtpUrl !== undefined) return smtpChannel(smtpUrl);
  return {
    close: () => undefined,
    deliver: async ({ to, subject, text, messageId, at }) => {
      const address = addressOf(to);
      if (!demo) throw new Error('no mail server is configured');
      await putInDemoInbox({ messageId, channel: 'mail', to: address, subject, text, at });
    },
  };
}

function smtpChannel(url: string): MailChannel {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...TIMEOUTS,
  });
  return {
    close: () => transport.close(),
    deliver: async ({ to, subject, text, messageId, at, locale }) => {
      const address = addressOf(to);
      try {
        await transport.sendMail({
          from: outboxSettings().mailFrom,
          to: { name: '', address },
          subject,
          text,
          messageId,
          date: at,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
        });
      } catch (error) {
        if (isRefusedForGood(error)) throw new Undeliverable(error.message, { cause: error });
        throw isServerAway(error) ? new ChannelAway(error.message, { cause: error }) : error;
      }
    },
  };
}

function addressOf(to: { email?: string }): string {
  if (to.email === undefined) throw new Undeliverable('the person has no mail address');
  return to.email;
}

/** A 5xx answer about this message; a failed sign-in or a broken line is the server's trouble and passes. */
function isRefusedForGood(error: unknown): error is Error {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return false;
  return Number(error.responseCode) >= 500 && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE');
}

/** Before anything of the message was said: no server there, none that talks, or none that lets us in. */
const NO_SERVER = ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'ETLS', 'EAUTH'];

function isServerAway(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && NO_SERVER.includes(String(error.code));
}
