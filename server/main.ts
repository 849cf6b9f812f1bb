import { runProcess } from './boot.ts';
import { runServer } from './run-server.ts';

// `npm run start:server`: HTTP and sockets only; the workers run beside it (`npm run start:workers`).
await runProcess(async (booted) => {
  const server = await runServer(booted);
  booted.onStop(() => server.stop());
});
