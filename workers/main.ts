import { runProcess } from '../server/boot.ts';
import { findAdmins } from '../server/features/accounts/index.ts';
import { attachPublisher, publish } from '../server/platform/realtime/index.ts';
import { openRedisLink } from '../server/platform/redis-link.ts';
import { startWorkers } from './start-workers.ts';

// `npm run start:workers`: any number of these run beside the servers; leases decide who runs what.
await runProcess((booted) => {
  const { config, clock, log } = booted;
  const redis = openRedisLink(config.redisUrl, log);
  if (redis !== null) attachPublisher(redis);
  booted.onStop(() => redis?.close() ?? Promise.resolve());
  const workers = startWorkers({ ...config, log, clock, publish, findAdmins });
  booted.onStop(() => workers.stop());
  return Promise.resolve();
});
