import type { OutboxView } from '../../core/contract/operations.ts';
import { AppError } from '../../platform/app-error.ts';
import { areaLimit } from '../../platform/area-limit.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { Outbox } from '../../platform/outbox/index.ts';
import { outboxView } from './outbox-view.ts';

/** Puts a message that was given up back into the queue, with all its tries before it. */
export function retryOutboxMessage(id: string, ctx: Ctx): Promise<OutboxView> {
  return inTransaction(async () => {
    const limits = areaLimit(ctx);
    const row = await Outbox.findOneAndUpdate(
      { $and: [{ _id: id, state: 'failed' }, limits] },
      { $set: { state: 'waiting', attempts: 0, dueAt: ctx.now }, $inc: { round: 1 } },
      { returnDocument: 'after' },
    ).lean();
    if (row === null) {
      const isThere = await Outbox.findOne({ $and: [{ _id: id }, limits] }, { _id: 1 }).lean();
      throw new AppError(isThere === null ? 'notFound' : 'conflict');
    }
    const { template, channel, areaCode } = row;
    await appendEvent(
      { subject: `outbox:${id}`, areaCode, action: 'outbox.retried', facts: { template, channel } },
      ctx,
    );
    return outboxView(row);
  });
}
