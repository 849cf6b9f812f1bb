import { boot } from '../server/boot.ts';
import { plainDate } from '../server/core/kit/plain-date.ts';
import { findAdmins } from '../server/features/accounts/index.ts';
import { attachPublisher } from '../server/platform/realtime/index.ts';
import { openRedisLink } from '../server/platform/redis-link.ts';
import { bindJobs } from './schedule.ts';

// A job in a process of its own, started by apart.ts: its name and its day, and back what it did.
const [name = '', day = ''] = process.argv.slice(2);
const asked = new AbortController();
process.once('SIGTERM', () => asked.abort());
process.once('disconnect', () => asked.abort());

// It ends with its parent and must not keep the store for it: whoever starts next would share a store about to go.
const booted = await boot({ probe: false, sharesOnly: true });
const redis = openRedisLink(booted.config.redisUrl, booted.log);
if (redis !== null) attachPublisher(redis);
try {
  const { config, clock, log } = booted;
  const job = bindJobs({ ...config, findAdmins }).find((one) => one.name === name);
  if (job === undefined) throw new Error(`there is no job ${name}`);
  const at = { today: plainDate(day), now: clock.now(), log: log.child({ job: name }), signal: asked.signal };
  const counts = await job.job.run(at);
  if (process.connected) process.send?.(counts);
} finally {
  await redis?.close();
  await booted.stop();
  if (process.connected) process.disconnect();
}
