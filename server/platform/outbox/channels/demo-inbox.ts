import { DemoMessages } from '../outbox.models.ts';

const KEPT_MS = 24 * 60 * 60_000;

/** Puts a message on the demo inbox page; the same messageId again changes nothing. */
export async function putInDemoInbox(message: {
  messageId: string;
  channel: 'sms' | 'mail';
  to: string;
  subject?: string;
  text: string;
  at: Date;
}): Promise<void> {
  const { messageId, ...content } = message;
  const expiresAt = new Date(message.at.getTime() + KEPT_MS);
  await DemoMessages.updateOne(
    { _id: messageId },
    { $setOnInsert: { ...content, expiresAt } },
    { upsert: true },
  );
}
