import { keyedHash } from '../auth/keyed-hash.ts';
import type { RedisClient, RedisLink } from '../redis-link.ts';
import type { Counter, RateRule } from './limits.ts';

/**
 * Counts over all servers. Each counts for itself at the same time: while Redis is away that count decides, so nobody is
 * let through without limit or shut out.
 */
export function sharedCounter(redis: RedisLink, own: Counter): Counter {
  return {
    async take(key, rule) {
      const alone = await own.take(key, rule);
      // Redis learns neither who it was nor from where.
      const name = redis.nameOf(`rate:${keyedHash('sharedRate', key)}`);
      const together = await redis.ask((client) => countOne(client, name, rule));
      return together ?? alone;
    },
  };
}

/** A window opens with its first request and ends by itself; the three steps are one for everybody else. */
async function countOne(client: RedisClient, name: string, rule: RateRule): Promise<number> {
  const answers = await client
    .multi()
    .set(name, 0, { condition: 'NX', expiration: { type: 'PX', value: rule.seconds * 1000 } })
    .incr(name)
    .pTTL(name)
    .exec();
  const [used, msLeft] = [Number(answers[1]), Number(answers[2])];
  return used > rule.points ? Math.max(1, Math.ceil(msLeft / 1000)) : 0;
}
