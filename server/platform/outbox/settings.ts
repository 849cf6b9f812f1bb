import type { Locale } from '../../core/contract/accounts.ts';
import type { QuietHours } from './quiet-hours.ts';

export interface OutboxSettings {
  publicUrl: string;
  mailFrom: string;
  quietHours: QuietHours;
  /** No text messages are sent: whatever is queued for one ends unsent, and nobody has heard of it. */
  textsOff?: boolean;
  /** Area of messages that name none, e.g. '5326'. */
  regionCode: string;
  /** Where a person's address, number and language are looked up when a message names only the user. */
  findRecipient?: (userId: string) => Promise<Recipient | null>;
  /** Whom to tell when a message could not be delivered (user ids). */
  findAdmins?: () => Promise<readonly string[]>;
}

export interface Recipient {
  email?: string;
  phone?: string;
  locale?: Locale;
}

let current: OutboxSettings = {
  publicUrl: 'http://localhost',
  mailFrom: 'no-reply@localhost',
  quietHours: { from: '21:00', to: '08:00' },
  regionCode: '5326',
};

/** Called at start-up with the configuration and the accounts feature's look-ups. */
export function configureOutbox(settings: OutboxSettings): void {
  current = settings;
}

export const outboxSettings = (): OutboxSettings => current;

/** Does a text message that is queued now reach a phone? Where not, silence is not an answer to it. */
export const sendsTexts = (): boolean => current.textsOff !== true;

/** The right side of every Message-ID: the domain mails come from. */
export function mailDomain(): string {
  const domain = /@([A-Za-z0-9.-]+)>?\s*$/u.exec(current.mailFrom)?.[1];
  return domain ?? new URL(current.publicUrl).hostname;
}
