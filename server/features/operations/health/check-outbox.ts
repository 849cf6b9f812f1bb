import type { Ctx } from '../../../platform/context.ts';
import { Outbox } from '../../../platform/outbox/index.ts';
import { OUTBOX_CHANNELS } from '../../../core/contract/operations.ts';
import type { HealthCheck } from '../../../core/contract/operations.ts';

/** What is due is sent within seconds; a quarter of an hour tells that nobody does it. */
const LATE_MS = 15 * 60_000;

/** Do messages leave when they are due, and has none been given up? */
export async function checkOutbox({ now }: Pick<Ctx, 'now'>): Promise<Omit<HealthCheck, 'name'>> {
  const [late, failed] = await Promise.all([
    Outbox.countDocuments({
      channel: { $in: OUTBOX_CHANNELS },
      dueAt: { $lte: new Date(now.getTime() - LATE_MS) },
    }).exec(),
    Outbox.countDocuments({ state: 'failed' }).exec(),
  ]);
  const facts = { late, failed };
  if (late === 0 && failed === 0)
    return { level: 'good', zh: '消息都按时发出', en: 'Messages leave on time', facts };
  return {
    level: 'warning',
    zh: `${late} 条消息到时未发，${failed} 条已放弃`,
    en: `${late} messages are late, ${failed} were given up`,
    facts,
  };
}
