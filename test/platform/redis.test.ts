import assert from 'node:assert/strict';
import { createClient } from '@redis/client';
import { configureKeyedHash } from '../../server/platform/auth/index.ts';
import { createLog } from '../../server/platform/log.ts';
import { memoryCounter } from '../../server/platform/http/limits.ts';
import type { RateRule } from '../../server/platform/http/limits.ts';
import { sharedCounter } from '../../server/platform/http/shared-limits.ts';
import { openRedisLink, redisAnswers } from '../../server/platform/redis-link.ts';
import type { RedisLink } from '../../server/platform/redis-link.ts';
import { howToGet } from '../support/debian-program.ts';
import { eventually } from '../support/eventually.ts';
import { findRedis, REDIS_PACKAGES, startRedis } from '../support/redis.ts';
import type { RedisServer } from '../support/redis.ts';

const RULE: RateRule = { points: 6, seconds: 60, counted: 'memory' };

describe('limits shared by servers over Redis', function () {
  this.timeout(30_000);
  let redis: RedisServer;
  let links: RedisLink[];
  let lines: string[];

  before(async function () {
    const program = findRedis();
    if (program === null) {
      process.stderr.write(`${howToGet(REDIS_PACKAGES)}\n`);
      this.skip();
    }
    configureKeyedHash('a secret of these tests');
    redis = await startRedis(program);
  });
  after(() => redis?.close());
  beforeEach(() => {
    links = [];
    lines = [];
  });
  afterEach(() => Promise.all(links.map((link) => link.close())));

  const server = () => {
    const log = createLog('info', { write: (line) => void lines.push(line) });
    const link = openRedisLink(redis.url, log);
    assert.ok(link);
    links.push(link);
    return {
      link,
      counter: sharedCounter(
        link,
        memoryCounter(() => 0),
      ),
    };
  };
  const areUp = () => eventually('all are connected', () => links.every((link) => link.isUp()), 10_000);
  /** How many of so many requests may pass, asked of the servers in turn. */
  async function passing(counters: ReturnType<typeof server>['counter'][], key: string): Promise<number> {
    let passed = 0;
    for (let n = 0; n < counters.length * RULE.points * 2; n += 1) {
      const counter = counters[n % counters.length];
      if ((await counter?.take(key, RULE)) === 0) passed += 1;
    }
    return passed;
  }

  it('let one allowance through over three servers, also when all is asked at once', async () => {
    const counters = [server(), server(), server()].map(({ counter }) => counter);
    await areUp();
    assert.equal(await passing(counters, 'in turn'), RULE.points);
    assert.equal(await passing(counters, 'somebody else'), RULE.points);
    const waits = await Promise.all(
      counters.flatMap((counter) => Array.from({ length: 20 }, () => counter.take('at once', RULE))),
    );
    assert.equal(waits.filter((wait) => wait === 0).length, RULE.points);
    for (const wait of waits) assert.ok(wait >= 0 && wait <= RULE.seconds);
  });

  it('tell Redis nothing of who it was', async () => {
    const { counter } = server();
    await areUp();
    await counter.take('read:198.51.100.7', RULE);
    const looking = createClient({ url: redis.url });
    await looking.connect();
    const keys = await looking.keys('*');
    looking.destroy();
    assert.ok(
      keys.length > 0 && keys.every((key) => /^anxin:[\w-]{12}:rate:[\w-]{43}$/.test(key)),
      keys.join(),
    );
  });

  it('are counted by each server for itself while Redis is away: never without end, never shut', async () => {
    const counters = [server(), server()].map(({ counter }) => counter);
    await areUp();
    await redis.stop();
    await eventually('it is noticed', () => links.every((link) => !link.isUp()));
    assert.equal(await redisAnswers(redis.url), false);
    assert.equal(await passing(counters, 'alone'), RULE.points * 2);
    assert.equal(lines.filter((line) => line.includes('redis is away')).length, 2, 'one line a server');
    await redis.startAgain();
    await areUp();
    assert.equal(await redisAnswers(redis.url), true);
    assert.equal(await redisAnswers(redis.url.replace('only', 'wrong')), false, 'with another password');
    assert.equal(await passing(counters, 'together again'), RULE.points);
    assert.equal(lines.filter((line) => line.includes('redis is back')).length, 2);
    assert.ok(
      lines.every((line) => !line.includes('only-for-this-test')),
      'no password in the log',
    );
  });

  it('keep nobody waiting for a Redis that hangs', async () => {
    const { counter } = server();
    await areUp();
    redis.freeze();
    try {
      const began = performance.now();
      assert.equal(await passing([counter], 'hanging'), RULE.points);
      assert.ok(performance.now() - began < 2_000, 'one short wait for all of them');
    } finally {
      redis.thaw();
    }
    await areUp();
  });

  it('do without a Redis that was not there at the start, and take it up when it comes', async () => {
    await redis.stop();
    const { counter, link } = server();
    assert.equal(await passing([counter], 'before'), RULE.points);
    await redis.startAgain();
    await areUp();
    assert.equal(link.isUp(), true);
  });
});
