import type { OutboxView } from '../../core/contract/operations.ts';
import type { OutboxDoc } from '../../platform/outbox/index.ts';

/** What an admin may see: never the content, and the recipient masked. */
export function outboxView(row: OutboxDoc): OutboxView {
  const { channel, template, toMasked, subject, state, attempts, messageId, lastError, sentAt } = row;
  return {
    id: String(row._id),
    channel,
    template,
    toMasked,
    subject,
    state,
    attempts,
    createdAt: row.createdAt.toISOString(),
    // While it waits, the time of the next try; afterwards the time it was meant for.
    notBefore: (state === 'waiting' ? (row.dueAt ?? row.notBefore) : row.notBefore).toISOString(),
    ...(sentAt === undefined ? {} : { sentAt: sentAt.toISOString() }),
    ...(lastError === undefined ? {} : { lastError }),
    messageId,
  };
}
