import type { DemoMessage } from '../../core/contract/operations.ts';
import { AppError } from '../../platform/app-error.ts';
import { DemoMessages } from '../../platform/outbox/index.ts';
import { isDemo } from './notifications.settings.ts';

const SHOWN = 50;

/** The latest messages that would have left the building; there is no such page outside of demo mode. */
export async function listDemoInbox({ phone }: { phone?: string }): Promise<DemoMessage[]> {
  if (!isDemo()) throw new AppError('notFound');
  // Index: demoMessages {to, at}; without a phone the collection is small, a day of a demo.
  const rows = await DemoMessages.find(phone === undefined ? {} : { to: phone })
    .sort({ at: -1 })
    .limit(SHOWN)
    .lean();
  return rows.map(({ _id, channel, to, subject, text, at }) => ({
    id: _id,
    channel,
    to,
    ...(subject === undefined ? {} : { subject }),
    text,
    at: at.toISOString(),
  }));
}
