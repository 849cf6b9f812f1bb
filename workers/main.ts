import { runProcess } from '../server/boot.ts';
import { findAdmins } from '../server/features/accounts/index.ts';
import { startWorkers } from './start-workers.ts';

// `npm run start:workers`: any number of these run beside the servers; leases decide who runs what.
await runProcess((booted) => {
  const { config, clock, log } = booted;
  const workers = startWorkers({ ...config, log, clock, findAdmins });
  booted.onStop(() => workers.stop());
  return Promise.resolve();
});
