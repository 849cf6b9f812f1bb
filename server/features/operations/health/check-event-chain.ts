import type { HealthCheck } from '../../../core/contract/operations.ts';
import { addDays } from '../../../core/kit/plain-date.ts';
import { DailyRoots, EventQueue, Events } from '../../../platform/audit/event.models.ts';
import type { Ctx } from '../../../platform/context.ts';
import { operationsSettings } from '../operations.settings.ts';
import { waitingForSeal } from '../waiting-for-seal.ts';
import { howLong } from './how-long.ts';

type Finding = Omit<HealthCheck, 'name'>;

/** Events are sealed within a minute; ten tell that nobody does it. */
const QUEUE_WARNING_MS = 10 * 60_000;
/** The root of a day is signed ten minutes after midnight; noon leaves time for a morning's standstill. */
const SIGNED_BY_HOUR = 12;

/** Are events sealed as they come, and every finished day signed? (Verifying every link is a run of its own.) */
export async function checkEventChain({ now, today }: Pick<Ctx, 'now' | 'today'>): Promise<Finding> {
  const [root, oldest, first] = await Promise.all([
    DailyRoots.findOne({}, { _id: 1 }).sort({ _id: -1 }).lean(),
    EventQueue.findOne({}, { at: 1 }).sort({ at: 1, _id: 1 }).lean(),
    Events.findOne({}, { day: 1 }).sort({ at: 1, _id: 1 }).lean(),
  ]);
  const queueMs = waitingForSeal(oldest, { now, upSince: operationsSettings().startedAt });
  const facts = { queueMs, ...(root === null ? {} : { lastRoot: root._id }) };
  if (queueMs > QUEUE_WARNING_MS) {
    const waited = howLong(queueMs / 1000);
    return {
      level: 'warning',
      zh: `有事件已等待 ${waited.zh}未入链`,
      en: `Events have waited ${waited.en} to be sealed`,
      facts,
    };
  }
  const shanghaiHour = (now.getUTCHours() + 8) % 24;
  const expected = addDays(today, shanghaiHour >= SIGNED_BY_HOUR ? -1 : -2);
  const owed = first !== null && first.day <= expected;
  if (owed && (root === null || root._id < expected)) {
    return {
      level: 'bad',
      zh: '有已结束的日子没有签名，请运行“每日签名”任务',
      en: 'A finished day is not signed: run the daily root job',
      facts,
    };
  }
  return root === null
    ? {
        level: 'good',
        zh: '事件链正常，尚无已结束的日子',
        en: 'The chain is fine; no day has ended yet',
        facts,
      }
    : {
        level: 'good',
        zh: `事件链正常，最近签名 ${root._id}`,
        en: `The chain is fine; last day signed: ${root._id}`,
        facts,
      };
}
