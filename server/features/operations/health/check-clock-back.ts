import type { HealthCheck } from '../../../core/contract/operations.ts';
import type { Ctx } from '../../../platform/context.ts';
import { findLatestRun, listJobInfos } from '../../../platform/jobs/index.ts';

/** As far as instances may lie apart. */
const APART_MS = 30_000;

/** Did a job begin later than it is now? A store on the same machine shares its wrong clock; what it recorded does not. */
export async function checkClockBack({ now }: Pick<Ctx, 'now'>): Promise<Omit<HealthCheck, 'name'>> {
  const runs = await Promise.all(listJobInfos().map(({ name }) => findLatestRun(name)));
  const newest = Math.max(0, ...runs.map((run) => run?.startedAt.getTime() ?? 0));
  const aheadMs = Math.max(0, newest - now.getTime());
  if (aheadMs <= APART_MS)
    return { level: 'good', zh: '时钟没有倒退', en: 'The clock has not gone back', facts: { aheadMs } };
  return {
    level: 'bad',
    zh: '最近的任务开始于“将来”：时钟倒退了',
    en: 'The newest job began later than now: the clock has gone back',
    facts: { aheadMs },
  };
}
