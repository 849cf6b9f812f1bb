import { runProcess } from './boot.ts';
import { SCHEDULE } from '../workers/schedule.ts';
import { registerJobs } from './platform/jobs/index.ts';
import { runServer } from './run-server.ts';

// `npm run start:server`: HTTP and sockets only; the workers run beside it (`npm run start:workers`).
await runProcess(async (booted) => {
  registerJobs(SCHEDULE); // its pages show and start jobs that run elsewhere
  const server = await runServer(booted);
  booted.onStop(() => server.stop());
});
