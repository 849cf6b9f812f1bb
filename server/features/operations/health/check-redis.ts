import type { HealthCheck } from '../../../core/contract/operations.ts';
import { redisAnswers } from '../../../platform/redis-link.ts';
import type { OperationsSettings } from '../operations.settings.ts';

type Finding = Omit<HealthCheck, 'name'>;

/** Do the servers hear of each other? Without Redis all work goes on, so its lack is never a fault. */
export async function checkRedis({ redisUrl }: Pick<OperationsSettings, 'redisUrl'>): Promise<Finding> {
  if (redisUrl === undefined)
    return {
      level: 'good',
      zh: '没有设置 Redis：只有一台 server 时不需要；有几台时请设 REDIS_URL，否则页面不能及时看到别的几台上的变化，限次各台各算',
      en: 'No Redis is set: one server needs none. Set REDIS_URL where there are several, or pages hear late of what happens at the others and each counts its own limits',
      facts: { kind: 'none' },
    };
  return (await redisAnswers(redisUrl))
    ? { level: 'good', zh: 'Redis 可用', en: 'Redis answers', facts: { kind: 'redis' } }
    : {
        level: 'warning',
        zh: '连不上 Redis：办事不受影响，页面只及时看到同一台上的变化，限次各台各算',
        en: 'Redis does not answer: all work goes on, but pages hear only of their own server and each server counts its own limits',
        facts: { kind: 'redis' },
      };
}
