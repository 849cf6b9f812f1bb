import type { Locale } from '../../../core/contract/accounts.ts';

/** One message on its way out: rendered, with its recipient in the clear; never logged. */
export interface OutgoingMessage {
  id: string;
  messageId: string;
  template: string;
  locale: Locale;
  to: { email?: string; phone?: string; userId?: string };
  subject: string;
  text: string;
  bothLanguages: { title: { zh: string; en: string }; text: { zh: string; en: string } };
  link?: string;
  at: Date;
}

/** Delivers or throws; may be asked twice for the same messageId. */
export type Channel = (message: OutgoingMessage) => Promise<void>;

/** Trying again cannot help: no address, refused for good, or nothing to say. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/** The way itself is shut: nobody answers there, or not in time. It says nothing about this message. */
export class ChannelAway extends Error {
  override readonly name = 'ChannelAway';
}
