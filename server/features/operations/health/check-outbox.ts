import type { HealthCheck } from '../../../core/contract/operations.ts';
import type { Ctx } from '../../../platform/context.ts';
import { Outbox } from '../../../platform/outbox/index.ts';

/** What is due is sent within seconds; a quarter of an hour tells that nobody does it. */
const LATE_MS = 15 * 60_000;

/** Do messages leave when they are due, and has none been given up? Index: outbox {dueAt}, {state, createdAt}. */
export async function checkOutbox({ now }: Pick<Ctx, 'now'>): Promise<Omit<HealthCheck, 'name'>> {
  const [late, failed, waiting, oldest] = await Promise.all([
    Outbox.countDocuments({ dueAt: { $lte: new Date(now.getTime() - LATE_MS) } }).exec(),
    Outbox.countDocuments({ state: 'failed' }).exec(),
    Outbox.countDocuments({ state: 'waiting' }).exec(),
    Outbox.findOne({ dueAt: { $lte: now } }, { dueAt: 1 })
      .sort({ dueAt: 1, _id: 1 })
      .lean(),
  ]);
  const oldestDueMs = oldest?.dueAt === undefined ? 0 : now.getTime() - oldest.dueAt.getTime();
  const facts = { waiting, late, failed, oldestDueMs };
  if (late === 0 && failed === 0)
    return {
      level: 'good',
      zh: `消息都按时发出，${waiting} 条待发`,
      en: `Messages leave on time; ${waiting} wait`,
      facts,
    };
  return {
    level: 'warning',
    zh: `${late} 条消息到时未发，${failed} 条已放弃`,
    en: `${late} messages are late, ${failed} were given up`,
    facts,
  };
}
