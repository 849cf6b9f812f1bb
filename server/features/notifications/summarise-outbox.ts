import type { OutboxState, OutboxSummary } from '../../core/contract/operations.ts';
import { areaLimit } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { Outbox } from '../../platform/outbox/index.ts';

/** How many messages stand in each state, and since when the oldest waits. */
export async function summariseOutbox(ctx: Ctx): Promise<OutboxSummary> {
  const limits = areaLimit(ctx);
  const count = (state: OutboxState): Promise<number> => Outbox.countDocuments({ state, ...limits }).exec();
  const [waiting, sending, sent, failed, switchedOff, oldest] = await Promise.all([
    count('waiting'),
    count('sending'),
    count('sent'),
    count('failed'),
    count('switchedOff'),
    Outbox.findOne({ state: 'waiting', ...limits }, { createdAt: 1 })
      .sort({ createdAt: 1, _id: 1 })
      .lean(),
  ]);
  const since = oldest === null ? {} : { oldestWaitingAt: oldest.createdAt.toISOString() };
  return { waiting, sending, sent, failed, switchedOff, ...since };
}
