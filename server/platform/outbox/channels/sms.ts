import type { Channel } from './channel.ts';
import { Undeliverable } from './channel.ts';
import { putInDemoInbox } from './demo-inbox.ts';

/** What a text-message provider must offer; a repeat carries the same messageId, so the provider can drop it. */
export interface SmsGateway {
  send(message: {
    phone: string;
    text: string;
    messageId: string;
    template: string;
    at: Date;
  }): Promise<void>;
}

/** The gateway of demo mode: the text appears on the demo inbox page. */
export function demoSmsGateway(): SmsGateway {
  return {
    send: ({ phone, text, messageId, at }) =>
      putInDemoInbox({ messageId, channel: 'sms', to: phone, text, at }),
  };
}

export function smsChannel(gateway: SmsGateway): Channel {
  return async ({ to, text, messageId, template, at }) => {
    if (to.phone === undefined) throw new Undeliverable('the person has no phone number');
    await gateway.send({ phone: to.phone, text, messageId, template, at });
  };
}
